import { compareVersions } from '../versions/version.ts';
import { isPlainVersion } from './fileVersion.ts';

/** One of OSV's events: `introduced`, `fixed`, `last_affected` or `limit`, with its version. */
export type OsvEvent = Readonly<Record<string, string>>;

/** The versions between events, as specifiers; an empty one is all of them. What is no version counts as not there (OSV schema, evaluation). */
export function stretchesOf(events: readonly OsvEvent[]): readonly string[] {
  const stretches: string[] = [];
  let from: string | null = null;
  for (const { kind, version } of inOrder(events)) {
    if (kind === 'introduced') from ??= version;
    else if (from !== null) {
      stretches.push([...lower(from), `${kind === 'fixed' ? '<' : '<='}${version}`].join(','));
      from = null;
    }
  }
  return from === null ? stretches : [...stretches, lower(from).join('')];
}

interface KnownEvent {
  readonly kind: 'introduced' | 'fixed' | 'last_affected';
  readonly version: string;
}

/** By version; where something is repaired and broken again in one, the repair comes first. */
function inOrder(events: readonly OsvEvent[]): readonly KnownEvent[] {
  const known = events.flatMap(event => kinds.flatMap(kind => (isBound(event[kind]) ? { kind, version: event[kind] } : [])));
  return known.sort((one, other) => compareBounds(one.version, other.version) || kinds.indexOf(one.kind) - kinds.indexOf(other.kind));
}

const kinds = ['fixed', 'introduced', 'last_affected'] as const;

function isBound(version: string | undefined): version is string {
  return version !== undefined && (version === '0' || isPlainVersion(version));
}

/** 0 stands before every version. */
function compareBounds(one: string, other: string): number {
  if (one === '0' || other === '0') return Number(one !== '0') - Number(other !== '0');
  return compareVersions(one, other);
}

function lower(version: string): readonly string[] {
  return version === '0' ? [] : [`>=${version}`];
}
