import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import { oncePerDocument } from '../../edits/oncePerDocument.ts';
import { normalizeName } from '../../names/normalizeName.ts';

const ELSEWHERE: ReadonlySet<string | number> = new Set(['workspace', 'path', 'git', 'url']);

/** Normalised names that `[tool.uv.sources]` takes from somewhere other than an index: no release of theirs can be pinned. */
export const namesWithSource: (document: DependencyDocument) => ReadonlySet<string> = oncePerDocument(({ toml }) => {
  const names = new Set<string>();
  for (const { path } of toml?.entries ?? []) {
    const [tool, uv, sources, name, ...keys] = path;
    if (tool !== 'tool' || uv !== 'uv' || sources !== 'sources' || typeof name !== 'string') continue;
    if (keys.some(key => ELSEWHERE.has(key))) names.add(normalizeName(name));
  }
  return names;
});
