import type { CheckId, TextEdit } from '../checks/check.ts';
import { linesOf } from '../text/lines.ts';
import type { Position } from '../text/span.ts';
import type { DependencyDocument } from './dependencyDocument.ts';

/**
 * Writes `# countersign: ignore[rule] reason` on a line of its own above what it speaks for: above the whole requirement,
 * since a comment between joined lines would part them.
 */
export function suppressionEdit(document: DependencyDocument, place: Position, rule: CheckId, reason: string): TextEdit {
  const { file, text } = document;
  const lines = linesOf(text);
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const line = firstLine(document, place);
  const start = lines.offsetAt({ line, character: 0 });
  const span = lines.spanOf(start, start);
  const comment = `# countersign: ignore[${rule}] ${reason.replace(/\s+/g, ' ').trim()}`;
  return { file, span, newText: `${prefixOf(document, text.slice(start))}${comment}${eol}` };
}

/** Of the requirement whose lines hold the place, to the last of its hashes; else the place's own. */
function firstLine({ requirements }: DependencyDocument, { line }: Position): number {
  const around = requirements.find(
    ({ span, hashes }) => span.start.line <= line && line <= Math.max(span.end.line, hashes.at(-1)?.span.end.line ?? 0),
  );
  return around?.span.start.line ?? line;
}

/** As far in as the line; in a script's block (PEP 723) behind the sign of the comment that the block is. */
function prefixOf({ kind }: DependencyDocument, from: string): string {
  return (kind === 'script' ? /^#?[ \t]*/ : /^[ \t]*/).exec(from)?.[0] ?? '';
}
