import { parseToml } from '../project/parseToml.ts';
import type { DependencyDocument } from './dependencyDocument.ts';
import type { DependencyTable } from './dependencyTables.ts';
import { keyedDependencies } from './keyedDependencies.ts';
import { pipfileRequirement } from './pipfileRequirement.ts';
import type { ReadingOptions } from './readingOptions.ts';
import { pipfileIndexes } from './tomlIndexes.ts';
import { tomlSuppressions } from './tomlSuppressions.ts';
import { wholeToml } from './wholeToml.ts';

const pipfileTables: readonly DependencyTable[] = [
  { path: ['packages'], role: 'main' },
  { path: ['dev-packages'], role: 'group' },
];

/** Reads Pipenv's `Pipfile`. */
export function readPipfile(file: string, text: string, { strict }: ReadingOptions): DependencyDocument {
  const source = wholeToml(file, text);
  const { problem } = strict ? parseToml(text) : { problem: null };
  return {
    file,
    kind: 'pipfile',
    text,
    requirements: keyedDependencies(text, source.scanned, pipfileTables).flatMap(
      dependency => pipfileRequirement(source, dependency) ?? [],
    ),
    problems: problem === null ? [] : [problem],
    indexes: pipfileIndexes(source),
    suppressions: tomlSuppressions(source),
    includes: [],
    groups: [],
    options: [],
    toml: source.scanned,
  };
}
