import type { DirectReference as PlacedReference } from '../documents/requirement.ts';
import type { Range } from '../toml/scanToml.ts';

/** What the URL of a direct reference says; ranges are offsets into the text that was given. */
export interface DirectReference {
  readonly kind: PlacedReference['kind'];
  /** As written, without the fragment's hashes; for a path the path. */
  readonly url: string;
  /** The commit, tag or branch of a VCS reference; null where none is named, or it is none. */
  readonly revision: string | null;
  readonly hashes: readonly { readonly algorithm: string; readonly digest: string; readonly range: Range }[];
}

const VCS = /^(?:(?:git|hg|svn|bzr)\+|git:|ssh:|git@)/i;
const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]+:/;
const HASH = /^(md5|sha1|sha224|sha256|sha384|sha512|blake2b)=(.*)$/is;

/** Reads `https://…/x.whl#sha256=…`, `git+https://…@main#egg=…`, `file:…`, or a plain path. */
export function readDirectReference(text: string): DirectReference {
  const { address, hashes, kept } = splitFragment(text);
  const kind = VCS.test(address) ? 'vcs' : isPath(address) ? 'path' : 'archive';
  const fragment = kept.length === 0 ? '' : `#${kept.join('&')}`;
  return {
    kind,
    url: kind === 'path' ? pathOf(address) : address + fragment,
    revision: kind === 'vcs' ? revisionOf(address) : null,
    hashes,
  };
}

interface Fragment {
  readonly address: string;
  readonly hashes: DirectReference['hashes'];
  /** The parts that are no hashes: `egg=…`, `subdirectory=…`. */
  readonly kept: readonly string[];
}

function splitFragment(text: string): Fragment {
  const sign = text.indexOf('#');
  if (sign === -1) return { address: text, hashes: [], kept: [] };
  const hashes: DirectReference['hashes'][number][] = [];
  const kept: string[] = [];
  let start = sign + 1;
  for (const part of text.slice(start).split('&')) {
    const [, algorithm, digest] = HASH.exec(part) ?? [];
    if (algorithm === undefined || digest === undefined) kept.push(part);
    else hashes.push({ algorithm: algorithm.toLowerCase(), digest, range: { start, end: start + part.length } });
    start += part.length + 1;
  }
  return { address: text.slice(0, sign), hashes, kept: kept.filter(part => part !== '') };
}

function isPath(address: string): boolean {
  return /^file:/i.test(address) || !SCHEME.test(address);
}

/** `file:///home/x` is `/home/x`, `file:///C:/x` is `C:/x`, `file:x` is `x`. */
function pathOf(address: string): string {
  return address.replace(/^file:(?:\/\/(?:localhost)?(?=\/|$|\.))?/i, '').replace(/^\/(?=[A-Za-z]:)/, '');
}

/** What follows the last `@` behind the host. */
function revisionOf(address: string): string | null {
  const scheme = address.indexOf('://');
  const path = scheme === -1 ? address.indexOf(':') : address.indexOf('/', scheme + 3);
  const sign = address.lastIndexOf('@');
  return path === -1 || sign < path || sign === address.length - 1 ? null : address.slice(sign + 1);
}
