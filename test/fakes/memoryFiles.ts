import type { Files } from '../../src/app/ports.ts';

/** Folders in memory: path → content. A wheel's or sdist's content is its metadata text; its hash is made of it. */
export function memoryFiles(initial: Readonly<Record<string, string>>): Files & { readonly content: Map<string, string> } {
  const content = new Map(Object.entries(initial));
  let folders = 0;
  return {
    content,
    readText: async path => content.get(path) ?? null,
    listRegularFiles: async folder => namesIn(content, folder),
    findProjectFolders: async root =>
      [...content.keys()]
        .filter(path => path.startsWith(`${root}/`) && path.endsWith('/pyproject.toml'))
        .map(path => path.slice(0, -'/pyproject.toml'.length)),
    makeStagingFolder: async () => `/staging/${++folders}`,
    removeStagingFolder: async folder => {
      for (const name of namesIn(content, folder)) content.delete(`${folder}/${name}`);
    },
    copyRegularFile: async (from, filename, to) => void content.set(`${to}/${filename}`, read(content, `${from}/${filename}`)),
    hash: async path => ({ size: read(content, path).length, sha256: fakeSha256(read(content, path)) }),
    readArtifactMetadata: async path => ({ text: read(content, path) }),
  };
}

/** Not a hash, but one value for each text, in the form of one. */
export function fakeSha256(text: string): string {
  let value = 2166136261;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
  return value.toString(16).padStart(8, '0').repeat(8);
}

function namesIn(content: ReadonlyMap<string, string>, folder: string): string[] {
  return [...content.keys()]
    .filter(path => path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes('/'))
    .map(path => path.slice(folder.length + 1));
}

function read(content: ReadonlyMap<string, string>, path: string): string {
  const text = content.get(path);
  if (text === undefined) throw new Error(`the test reads ${path}, which is not there`);
  return text;
}
