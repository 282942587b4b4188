import { parseToml } from '../project/parseToml.ts';
import type { DependencyDocument } from './dependencyDocument.ts';
import { listTables, poetryTables } from './dependencyTables.ts';
import { inOrder } from './inOrder.ts';
import { keyedDependencies, type KeyedDependency } from './keyedDependencies.ts';
import { listedRequirements } from './listedRequirements.ts';
import type { PlacedToml } from './placedToml.ts';
import { poetryRequirement } from './poetryRequirement.ts';
import type { ReadingOptions } from './readingOptions.ts';
import type { Requirement } from './requirement.ts';
import { tomlGroups } from './tomlGroups.ts';
import { tomlIndexes, tomlOptions } from './tomlIndexes.ts';
import { tomlSuppressions } from './tomlSuppressions.ts';
import { wholeToml } from './wholeToml.ts';

/** Reads every requirement of a `pyproject.toml`, of a half typed one as well, in the order of the text. */
export function readPyprojectDependencies(file: string, text: string, { strict }: ReadingOptions): DependencyDocument {
  const source = wholeToml(file, text);
  const { problem } = strict ? parseToml(text) : { problem: null };
  return {
    file,
    kind: 'pyproject',
    text,
    requirements: inOrder([...listedRequirements(source, listTables), ...poetryRequirements(source)]),
    problems: problem === null ? [] : [problem],
    indexes: tomlIndexes(source),
    suppressions: tomlSuppressions(source),
    includes: [],
    groups: tomlGroups(source),
    options: tomlOptions(source),
    toml: source.scanned,
  };
}

/** Beside `[project] dependencies` the table only says how to install them while developing; they alone are published. */
function poetryRequirements(source: PlacedToml): readonly Requirement[] {
  const dependencies = keyedDependencies(source.text, source.scanned, poetryTables);
  const isPublished = !source.scanned.entries.some(({ path }) => path.length === 3 && path[0] === 'project' && path[1] === 'dependencies');
  return dependencies.flatMap(dependency => {
    if (dependency.role !== 'main') return poetryRequirement(source, dependency) ?? [];
    if (isPublished) return poetryRequirement(source, { ...dependency, role: isOptional(dependency) ? 'extra' : 'main' }) ?? [];
    return isRequirement(dependency) ? (poetryRequirement(source, { ...dependency, role: 'override' }) ?? []) : [];
  });
}

/** Poetry publishes it only in the extras that name it. */
function isOptional({ fields }: KeyedDependency): boolean {
  return fields.get('optional')?.value === true;
}

function isRequirement({ value, fields }: KeyedDependency): boolean {
  return value !== null || ['version', 'git', 'url', 'path', 'file'].some(field => fields.has(field));
}
