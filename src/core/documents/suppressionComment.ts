import type { Span } from '../text/span.ts';
import type { SuppressionComment } from './dependencyDocument.ts';

const SUPPRESSION = /^#+\s*countersign:\s*ignore\b/i;
const RULES = /^\s*\[([^\]]*)\]/;

/**
 * Reads `# countersign: ignore[dep/unpinned, …] reason`, from its `#` on; null where the comment is another.
 * `line` is the one it speaks for, which the caller knows. Without brackets it names no rule, and so it speaks for nothing.
 */
export function readSuppression(comment: string, line: number, span: Span): SuppressionComment | null {
  const start = SUPPRESSION.exec(comment);
  if (start === null) return null;
  const behind = comment.slice(start[0].length);
  const list = RULES.exec(behind);
  const rules = (list?.[1] ?? '').split(',').map(rule => rule.trim());
  const reason = behind.slice(list?.[0].length ?? 0).trim();
  return { rules: rules.filter(rule => rule !== ''), reason, line, span };
}
