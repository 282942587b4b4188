import { linesOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/**
 * Where a value stands that the parser found at `path`: on one line below its table's own header, as in nearly
 * every file. Null where the file is written otherwise; what is found is compared with the value.
 */
export function locateKey(text: string, path: readonly string[], value: unknown): Span | null {
  const scanned = withoutLongStrings(text);
  const header = headerPattern(path.slice(0, -1)).exec(scanned);
  if (header === null) return null;
  const start = header.index + header[0].length;
  const length = scanned.slice(start).search(/^[ \t]*\[[^\r\n]*\][ \t]*(?:#.*)?$/m);
  const assignment = assignmentPattern(path.at(-1) ?? '').exec(scanned.slice(start, length < 0 ? undefined : start + length));
  const [, before, written] = assignment ?? [];
  if (assignment === null || before === undefined || written === undefined || !isWritten(value, written)) return null;
  const offset = start + assignment.index + before.length;
  return linesOf(text).spanOf(offset, offset + written.length);
}

function headerPattern(table: readonly string[]): RegExp {
  return new RegExp(`^\uFEFF?[ \\t]*\\[[ \\t]*${table.map(keyPattern).join('[ \\t]*\\.[ \\t]*')}[ \\t]*\\][ \\t]*(?:#.*)?$`, 'm');
}

/** A string in either kind of quotes, or another value of one word. */
function assignmentPattern(key: string): RegExp {
  return new RegExp(`^([ \\t]*${keyPattern(key)}[ \\t]*=[ \\t]*)("[^"\\\\\\r\\n]*"|'[^'\\r\\n]*'|[^\\s#,"'\\[{]+)`, 'm');
}

/** A key bare or in quotes. Ours have no character that a pattern would take for its own. */
function keyPattern(key: string): string {
  return `["']?${key}["']?`;
}

/** Blanks strings over several lines, in which anything may stand; every offset stays. */
function withoutLongStrings(text: string): string {
  return text.replace(/"""[^]*?"""|'''[^]*?'''/g, long => long.replace(/[^\r\n]/g, ' '));
}

function isWritten(value: unknown, written: string): boolean {
  return String(value) === written.replace(/^(["'])(.*)\1$/, '$2');
}
