import { addresses } from './addresses.ts';

export type IndexKind = 'pypi' | 'testpypi' | 'rehearsal' | 'private';

/** An index to publish to: where files are sent, where they are read back, and who one logs in as. */
export interface IndexProfile {
  readonly kind: IndexKind;
  /** As shown to a person, and as named in the manifest. */
  readonly name: string;
  readonly uploadUrl: string;
  /** Root of the Simple API (PEP 503, PEP 691), with a slash at its end. */
  readonly readUrl: string;
  readonly username: string;
  /** Prefix of a project's page; a project's name and a version follow. Null where an index has none. */
  readonly projectUrl: string | null;
  /** Location inside the tokens of this index; null where any secret may be valid. */
  readonly tokenLocation: string | null;
}

const TOKEN_USER = '__token__';

export const pypi: IndexProfile = { kind: 'pypi', name: 'PyPI', username: TOKEN_USER, ...addresses.pypi };

export const testPypi: IndexProfile = { kind: 'testpypi', name: 'TestPyPI', username: TOKEN_USER, ...addresses.testpypi };

/** The addresses that the built-in index tells when it has started. */
export interface BuiltInIndexAddresses {
  readonly uploadUrl: string;
  readonly readUrl: string;
  readonly webUrl: string;
}

export function rehearsalProfile(index: BuiltInIndexAddresses): IndexProfile {
  return {
    kind: 'rehearsal',
    name: 'Rehearsal',
    uploadUrl: index.uploadUrl,
    readUrl: index.readUrl,
    username: TOKEN_USER,
    projectUrl: `${index.webUrl}project/`,
    tokenLocation: null,
  };
}

/** Where a wrong release cannot be taken back, nothing is sent without a factor. */
export function requiresFactor(profile: IndexProfile): boolean {
  return profile.kind === 'pypi' || profile.kind === 'private';
}

/** The page of a release, for "Open on …"; null where the index has no pages for people. */
export function releasePage(profile: IndexProfile, project: string, version: string): string | null {
  if (profile.projectUrl === null) return null;
  return `${profile.projectUrl}${encodeURIComponent(project)}/${encodeURIComponent(version)}/`;
}
