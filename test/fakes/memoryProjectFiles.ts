import { posix } from 'node:path';

import type { DocumentWriter, ProjectFiles } from '../../src/app/ports.ts';

/** Projects in memory, by the absolute paths of their files; a problem instead of a text where it cannot be read. */
export function memoryProjectFiles(
  initial: Readonly<Record<string, string | { readonly problem: string }>>,
): ProjectFiles & DocumentWriter & { readonly content: Map<string, string | { readonly problem: string }> } {
  const content = new Map(Object.entries(initial));
  return {
    content,
    listBelow: async (folder, isWanted) =>
      [...content.keys()]
        .filter(path => path.startsWith(`${folder}/`))
        .map(path => path.slice(folder.length + 1))
        .filter(path => !isInsideOther(path, content, folder) && isWanted(path))
        .toSorted(),
    readDocument: async path => {
      const found = content.get(posix.normalize(path));
      return found === undefined ? null : typeof found === 'string' ? { text: found } : found;
    },
    writeDocument: async (path, text) => void content.set(path, text),
  };
}

/** A folder with a `pyproject.toml` of its own is another project. */
function isInsideOther(path: string, content: ReadonlyMap<string, unknown>, folder: string): boolean {
  const parts = path.split('/').slice(0, -1);
  return parts.some((_, count) => content.has([folder, ...parts.slice(0, count + 1), 'pyproject.toml'].join('/')));
}
