import { parseArgs } from 'node:util';

import { readNameList } from '../../../src/core/names/nameList.ts';
import { memoryProjectFiles } from '../../fakes/memoryProjectFiles.ts';
import type { Surroundings } from '../../../src/terminal/surroundings.ts';

/** A terminal over files in memory, by their absolute paths, in the working folder `/home/ada`. Folders exist where a file is below them. */
export function surroundingsOf(
  contents: Readonly<Record<string, string>>,
  over: Partial<Surroundings> = {},
): Surroundings & { output: string; error: string } {
  const paths = Object.keys(contents);
  const isFolder = (path: string): boolean => paths.some(file => file.startsWith(`${path}/`));
  const fake = {
    output: '',
    error: '',
    files: {
      ...memoryProjectFiles(contents),
      findProjectFolders: (root: string) =>
        Promise.resolve(paths.filter(path => path.startsWith(`${root}/`) && path.endsWith('/pyproject.toml')).map(folderOf)),
    },
    gather: () => () => Promise.resolve({ index: { fact: { packages: new Map(), asOf: null } }, unanswered: [] }),
    readInput: () => Promise.resolve(''),
    names: () => Promise.resolve(readNameList('2026-04-01\n')),
    cancelled: new AbortController().signal,
    now: () => 0,
    version: '0.1.0',
    coloured: false,
    writeOutput: (text: string) => void (fake.output += text),
    writeError: (text: string) => void (fake.error += text),
    absolutePath: (path: string) =>
      path.startsWith('/') ? path : path === '.' ? '/home/ada' : `/home/ada/${path.replace(/^\.\//, '').replace(/\/$/, '')}`,
    kindOf: (path: string) =>
      Promise.resolve(path in contents ? ('file' as const) : isFolder(path) ? ('folder' as const) : ('missing' as const)),
    parseArguments: parse,
    ...over,
  };
  return fake;
}

const parse: Surroundings['parseArguments'] = (words, options) => {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    return { problem: (error as Error).message };
  }
};

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}
