import type { IndexProfile } from '../indexes/indexProfile.ts';
import { publicIndexAt } from '../indexes/publicIndex.ts';
import { parseWebAddress } from '../indexes/webAddress.ts';

/** An index that may be asked about packages. */
export interface AskedIndex {
  /** Root of the Simple API, with a slash at its end and without credentials. */
  readonly url: string;
  /** As a person knows it: "PyPI", or the host. */
  readonly name: string;
  /** Whether everybody can see what it is asked for: no private name ever goes there. */
  readonly isPublic: boolean;
}

/**
 * Reads an index's address as a project or a tool's settings write it. Credentials in it are the installer's, not ours,
 * and are left out. Null where it cannot be asked: a folder, plain http, a variable.
 */
export function readAskedIndex(written: string): AskedIndex | null {
  const address = parseWebAddress(written.trim().replace(/^(https?:\/\/)[^/?#\\]*@/i, '$1'));
  if ('problem' in address) return null;
  const known = publicIndexAt(address.host);
  if (known !== null) return publicIndex(known);
  if (!address.secure && !address.isLoopback) return null;
  return { url: address.url.endsWith('/') ? address.url : `${address.url}/`, name: hostWithPort(address.url), isPublic: false };
}

export function publicIndex({ readUrl, name }: IndexProfile): AskedIndex {
  return { url: readUrl, name, isPublic: true };
}

function hostWithPort(url: string): string {
  return url.split('/')[2] ?? url;
}
