import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The checkout, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

const LEFT_OUT = /(?:^|\/)(?:node_modules|__pycache__|dist|\.test-results)(?:\/|$)/;

/** Every file below these folders and files, tracked or not, relative to the checkout and with `/`. What is missing has none. */
export function filesIn(...places: readonly string[]): readonly string[] {
  return places.flatMap(place => filesBelow(place)).filter(path => !LEFT_OUT.test(path));
}

/** The names in the checkout's own folder that fit. */
export function rootFiles(pattern: RegExp): readonly string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter(entry => entry.isFile() && pattern.test(entry.name))
    .map(entry => entry.name);
}

export function textOf(path: string): string {
  return readFileSync(`${root}${path}`, 'utf8');
}

export function lineCount(path: string): number {
  return textOf(path).trimEnd().split('\n').length;
}

function filesBelow(folder: string): readonly string[] {
  return entriesOf(folder).flatMap(entry => {
    const path = `${folder}/${entry.name}`;
    if (LEFT_OUT.test(path)) return [];
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function entriesOf(folder: string): readonly { readonly name: string; isDirectory(): boolean }[] {
  try {
    return readdirSync(`${root}${folder}`, { withFileTypes: true });
  } catch {
    return [];
  }
}
