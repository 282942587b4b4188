import { visibleText } from '../text/visibleText.ts';
import type { ApiToken } from './apiToken.ts';
import { readCaveat, type Caveat } from './caveat.ts';

/** What a token may be used for, as far as its caveats tell; the index may know of more. */
export interface TokenDescription {
  readonly scope: TokenScope;
  /** The latest start and the earliest end of all, in milliseconds since 1970; null where there is none. */
  readonly notBefore: number | null;
  readonly expiresAt: number | null;
  /** Whether there is a caveat that PyPI refuses. */
  readonly hasUnknownCaveat: boolean;
}

export type TokenScope =
  /** Not the same as unrestricted: PyPI also keeps caveats on its own side. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'account' }
  /** None where the caveats exclude each other. */
  | { readonly kind: 'projects'; readonly names: readonly string[] }
  /** One that only its index can name. */
  | { readonly kind: 'project' }
  | { readonly kind: 'publisher' };

const MOST_NAMES = 3;

/** All caveats must hold, so lists of projects intersect and the narrowest times count. */
export function describeToken(token: ApiToken): TokenDescription {
  const caveats = token.caveats.map(readCaveat);
  const lifetimes = caveats.filter(caveat => caveat.kind === 'lifetime');
  return {
    scope: scopeOf(caveats),
    notBefore: lifetimes.length === 0 ? null : Math.max(...lifetimes.map(lifetime => lifetime.notBefore)) * 1000,
    expiresAt: lifetimes.length === 0 ? null : Math.min(...lifetimes.map(lifetime => lifetime.expiresAt)) * 1000,
    hasUnknownCaveat: caveats.some(caveat => caveat.kind === 'unknown'),
  };
}

/** In short words, such as `for project demo, expires 2026-12-01 09:30 UTC`. */
export function describeInWords({ scope, expiresAt }: TokenDescription): string {
  const words = scopeInWords(scope);
  return expiresAt === null ? words : `${words}, ${expiryInWords(expiresAt)}`;
}

function scopeOf(caveats: readonly Caveat[]): TokenScope {
  const lists = caveats.filter(caveat => caveat.kind === 'projects').map(caveat => caveat.names);
  const [first, ...others] = lists;
  if (first !== undefined) return { kind: 'projects', names: first.filter(name => others.every(list => list.includes(name))) };
  const kinds = new Set(caveats.map(caveat => caveat.kind));
  if (kinds.has('publisher')) return { kind: 'publisher' };
  if (kinds.has('project-ids')) return { kind: 'project' };
  return { kind: kinds.has('user') ? 'account' : 'unknown' };
}

function scopeInWords(scope: TokenScope): string {
  switch (scope.kind) {
    case 'account':
      return 'for the whole account';
    case 'project':
      return 'for one project';
    case 'publisher':
      return 'from Trusted Publishing';
    case 'projects':
      return projectsInWords(scope.names.map(visibleText));
    case 'unknown':
      return 'scope unknown';
  }
}

function projectsInWords(names: readonly string[]): string {
  if (names.length === 0) return 'for no project';
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  return `for project${names.length === 1 ? '' : 's'} ${names.slice(0, MOST_NAMES).join(', ')}${more}`;
}

function expiryInWords(expiresAt: number): string {
  const moment = new Date(expiresAt);
  if (Number.isNaN(moment.getTime()) || moment.getUTCFullYear() > 9999) return 'does not expire in this era';
  return `expires ${moment.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
