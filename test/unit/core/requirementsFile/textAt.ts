import { linesOf } from '../../../../src/core/text/lines.ts';
import type { Span } from '../../../../src/core/text/span.ts';

/** What stands at a place, as an editor would select it. */
export function textAt(text: string, { start, end }: Span): string {
  const lines = linesOf(text);
  return text.slice(lines.offsetAt(start), lines.offsetAt(end));
}
