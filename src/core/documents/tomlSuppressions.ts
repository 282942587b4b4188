import { linesOf } from '../text/lines.ts';
import type { Range, ScannedToml } from '../toml/scanToml.ts';
import type { SuppressionComment } from './dependencyDocument.ts';
import type { PlacedToml } from './placedToml.ts';
import { readSuppression } from './suppressionComment.ts';

/** The comments that silence rules. One on a line of its own speaks for the first line below that holds more. */
export function tomlSuppressions(source: PlacedToml): readonly SuppressionComment[] {
  const candidates = [...source.text.matchAll(/#[ \t]*countersign:[^\r\n]*/g)];
  if (candidates.length === 0) return [];
  const texts = textRanges(source.scanned);
  const { positionAt } = linesOf(source.text);
  const depths = commentDepths(source.text.split(/\r\n|\n|\r/));
  return candidates.flatMap(({ index, 0: comment }) => {
    if (isWithin(texts, index)) return [];
    const span = source.spanOf({ start: index, end: index + comment.trimEnd().length });
    return readSuppression(comment, span.start.line + (depths[positionAt(index).line] ?? 0), span) ?? [];
  });
}

/** Keys, values and headers, where `#` begins no comment; without those that hold others. They rise, and none reaches into the next. */
function textRanges({ entries, headers }: ScannedToml): readonly Range[] {
  const keys = entries.flatMap(({ keyRange }) => keyRange ?? []);
  const values = entries.filter(({ kind }) => kind === 'string').map(({ range }) => range);
  return [...keys, ...values, ...headers.map(({ range }) => range)].sort((one, other) => one.start - other.start);
}

function isWithin(rising: readonly Range[], offset: number): boolean {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rising[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return (rising[low - 1]?.end ?? 0) > offset;
}

/** By line: how far below is the first line that holds more than a comment; 0 for such a line itself. */
function commentDepths(lines: readonly string[]): readonly number[] {
  const depths: number[] = [];
  for (const line of lines.toReversed()) depths.push(/^\uFEFF?[ \t]*(?:#|$)/.test(line) ? (depths.at(-1) ?? 0) + 1 : 0);
  return depths.reverse();
}
