import type { DirectReference } from '../../documents/requirement.ts';

const ARCHIVE = /\.(?:whl|zip|tar|tgz|tbz|txz|tlz|tar\.(?:gz|bz2|xz|lz|lzma))$/i;

/** Whether it points into the file system of whoever wrote it. */
export function isLocal({ kind, url }: DirectReference): boolean {
  return kind === 'path' || /^file:/i.test(url);
}

/** Whether it points to a folder: pip builds what it finds there, and has nothing to take a hash of. */
export function isFolder(reference: DirectReference): boolean {
  return isLocal(reference) && !ARCHIVE.test(reference.url.split(/[?#]/, 1)[0] ?? '');
}
