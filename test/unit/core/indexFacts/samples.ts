import type { Advisory, IndexFacts, PackageFacts, ReleaseFacts } from '../../../../src/core/indexFacts/indexFacts.ts';
import { compareVersions } from '../../../../src/core/versions/version.ts';

export const NOW = Date.UTC(2026, 10, 22, 14, 5);
export const DAY = 86_400_000;
export const AS_OF = ' (index data of 22 Nov 2026, 14:05 UTC)';

/** Not a hash, but one value for each text, in the form of one. */
export function digest(text: string): string {
  let value = 2166136261;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
  return value.toString(16).padStart(8, '0').repeat(8);
}

export function release(version: string, changes: Partial<ReleaseFacts> = {}): ReleaseFacts {
  const filename = `demo-${version}.tar.gz`;
  return {
    version,
    yanked: null,
    uploadedAt: NOW - 400 * DAY,
    requiresPython: null,
    publisher: null,
    files: [{ filename, sha256: digest(filename), hasProvenance: false }],
    ...changes,
  };
}

/** Releases by version alone, or with what is odd about them. */
export function listed(name: string, releases: readonly (string | ReleaseFacts)[], changes: Partial<PackageFacts> = {}): PackageFacts {
  const known = releases.map(each => (typeof each === 'string' ? release(each) : each));
  return {
    name,
    kind: 'listed',
    indexName: 'PyPI',
    isComplete: true,
    status: 'active',
    statusReason: null,
    releases: known.toSorted((one, other) => compareVersions(one.version, other.version)),
    advisories: [],
    ...changes,
  };
}

export function absent(name: string, changes: Partial<PackageFacts> = {}): PackageFacts {
  return listed(name, [], { kind: 'absent', ...changes });
}

export function advisory(id: string, changes: Partial<Advisory> = {}): Advisory {
  return {
    id,
    aliases: [],
    summary: '',
    isMalware: id.startsWith('MAL-'),
    severity: null,
    affected: [],
    fixedIn: [],
    publishedAt: null,
    reportedBy: [],
    ...changes,
  };
}

export function indexOf(...packages: readonly PackageFacts[]): IndexFacts {
  return { packages: new Map(packages.map(facts => [facts.name, facts])), asOf: NOW };
}
