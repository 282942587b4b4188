import { linesOf } from '../text/lines.ts';
import type { Range } from '../toml/scanToml.ts';

/** The metadata that stands in comments of a script (PEP 723). */
export interface ScriptBlock {
  /** The first line of the block, `# /// script`. */
  readonly opening: Range;
  /** Its lines without their prefix, and with their line ends. */
  readonly content: string;
  /** The place in the script of a place in the content. */
  placeOf(range: Range): Range;
}

/** Every block of the type, in the way of the regular expression that PEP 723 gives: more than one is an error for tools. */
export function scriptBlocks(text: string, type: string): readonly ScriptBlock[] {
  return commentRuns(text).flatMap(run => {
    const closing = run.findLastIndex(line => line.text === '# ///');
    const opening = run.findIndex((line, index) => index < closing - 1 && OPENING.test(line.text));
    const first = run[opening];
    return first?.text === `# /// ${type}` ? [scriptBlock(first, run.slice(opening + 1, closing + 1))] : [];
  });
}

const OPENING = /^# \/\/\/ [a-zA-Z0-9-]+$/;
const COMMENT_LINE = /^#(?: .*)?$/s;

interface Line {
  readonly start: number;
  /** Without its end, which is `end`. */
  readonly text: string;
  readonly end: string;
}

/** A block ends at the last `# ///` of its run of comment lines, so a run holds one block at most. */
function commentRuns(text: string): readonly (readonly Line[])[] {
  const runs: Line[][] = [[]];
  for (const line of linesIn(text)) {
    if (COMMENT_LINE.test(line.text)) runs.at(-1)?.push(line);
    else if (runs.at(-1)?.length !== 0) runs.push([]);
  }
  return runs;
}

function* linesIn(text: string): Iterable<Line> {
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r|$/g)) {
    yield { start, text: text.slice(start, index), end };
    start = index + end.length;
  }
}

/** `lines` are those below the opening, the closing one too. */
function scriptBlock(opening: Line, lines: readonly Line[]): ScriptBlock {
  const content = lines
    .slice(0, -1)
    .map(line => line.text.slice(prefixLength(line)) + line.end)
    .join('');
  const { positionAt } = linesOf(content);
  const offsetOf = (offset: number): number => {
    const position = positionAt(offset);
    const line = lines[position.line] ?? opening;
    return line.start + prefixLength(line) + position.character;
  };
  return {
    opening: { start: opening.start, end: opening.start + opening.text.length },
    content,
    placeOf: ({ start, end }) => ({ start: offsetOf(start), end: offsetOf(end) }),
  };
}

function prefixLength(line: Line): number {
  return line.text.startsWith('# ') ? 2 : 1;
}
