import { parseToml, type TextProblem } from '../project/parseToml.ts';
import { linesOf } from '../text/lines.ts';
import { scanToml, type Range, type ScannedToml } from '../toml/scanToml.ts';
import type { DependencyDocument } from './dependencyDocument.ts';
import { scriptTables } from './dependencyTables.ts';
import { listedRequirements } from './listedRequirements.ts';
import type { PlacedToml } from './placedToml.ts';
import type { ReadingOptions } from './readingOptions.ts';
import { scriptBlocks } from './scriptBlock.ts';
import { tomlIndexes, tomlOptions } from './tomlIndexes.ts';
import { tomlSuppressions } from './tomlSuppressions.ts';

/** Reads the dependencies that a script names in its comments (PEP 723); null where it has no such block. */
export function readScript(file: string, text: string, { strict }: ReadingOptions): DependencyDocument | null {
  const [block, ...others] = scriptBlocks(text, 'script');
  if (block === undefined) return null;
  const lines = linesOf(text);
  const spanOf = ({ start, end }: Range) => lines.spanOf(start, end);
  const source: PlacedToml = { file, text: block.content, scanned: scanToml(block.content), spanOf: range => spanOf(block.placeOf(range)) };
  return {
    file,
    kind: 'script',
    text,
    requirements: listedRequirements(source, scriptTables),
    problems: [
      ...(strict ? tomlProblems(source) : []),
      ...others.map(({ opening }) => ({ message: SECOND_BLOCK, range: spanOf(opening) })),
    ],
    indexes: tomlIndexes(source),
    suppressions: tomlSuppressions(source),
    includes: [],
    groups: [],
    options: tomlOptions(source),
    toml: placedIn(source.scanned, block.placeOf),
  };
}

const SECOND_BLOCK = 'This is a second "script" block. Tools refuse a script with more than one: keep one.';

function tomlProblems(source: PlacedToml): readonly TextProblem[] {
  const { problem } = parseToml(source.text);
  if (problem === null) return [];
  const { offsetAt } = linesOf(source.text);
  const { start, end } = problem.range;
  return [{ message: problem.message, range: source.spanOf({ start: offsetAt(start), end: offsetAt(end) }) }];
}

function placedIn({ entries, headers }: ScannedToml, placeOf: (range: Range) => Range): ScannedToml {
  return {
    entries: entries.map(entry => ({
      path: entry.path,
      keyRange: entry.keyRange && placeOf(entry.keyRange),
      kind: entry.kind,
      range: placeOf(entry.range),
      value: entry.value,
      rangeOf: (start, end) => placeOf(entry.rangeOf(start, end)),
    })),
    headers: headers.map(({ path, isArray, range }) => ({ path, isArray, range: placeOf(range) })),
  };
}
