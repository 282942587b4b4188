import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import { tomlTree } from '../../project/tomlTree.ts';
import { TOOL_FILE } from '../../project/toolTable.ts';

/** The project's own `pyproject.toml`; null where there is none. */
export function pyprojectOf(documents: readonly DependencyDocument[]): DependencyDocument | null {
  return documents.find(({ file }) => file === TOOL_FILE) ?? null;
}

/** Whether anything stands there, in whatever way it is written. */
export function hasAt({ toml }: Pick<DependencyDocument, 'toml'>, ...path: readonly string[]): boolean {
  return toml !== null && tomlTree(toml, path) !== null;
}
