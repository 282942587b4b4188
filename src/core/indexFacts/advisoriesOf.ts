import { compareParts } from '../versions/compareParts.ts';
import { readVersionParts, type VersionParts } from '../versions/versionParts.ts';
import type { Advisory, PackageFacts } from './indexFacts.ts';
import { isAffected } from './isAffected.ts';

type ByVersion = ReadonlyMap<string, readonly Advisory[]>;

const known = new WeakMap<PackageFacts, ByVersion>();

/** What is reported of one version, malware too. Worked out once for all releases: there can be hundreds of both. */
export function advisoriesOf(facts: PackageFacts, version: string): readonly Advisory[] {
  if (facts.advisories.length === 0) return [];
  const byVersion = known.get(facts) ?? sortOut(facts);
  known.set(facts, byVersion);
  return byVersion.get(version) ?? facts.advisories.filter(advisory => isAffected(advisory, version));
}

/** The same without malware, of which another rule speaks. */
export function vulnerabilitiesOf(facts: PackageFacts, version: string): readonly Advisory[] {
  return advisoriesOf(facts, version).filter(({ isMalware }) => !isMalware);
}

function sortOut({ releases, advisories }: PackageFacts): ByVersion {
  const byVersion = new Map(releases.map(({ version }): [string, Advisory[]] => [version, []]));
  const inOrder = releases.map(({ version }) => ({ version, parts: readVersionParts(version) }));
  for (const advisory of advisories) for (const version of affectedAmong(inOrder, advisory)) byVersion.get(version)?.push(advisory);
  return byVersion;
}

/** A release, its version read once. */
interface Placed {
  readonly version: string;
  readonly parts: VersionParts | null;
}

function affectedAmong(releases: readonly Placed[], { affected }: Advisory): ReadonlySet<string> {
  const stretches = affected.length === 0 ? [releases] : affected.map(specifier => stretch(releases, specifier));
  return new Set(stretches.flat().map(({ version }) => version));
}

/** A specifier of bounds is one stretch of the releases in their order; what is none holds nothing. */
function stretch(releases: readonly Placed[], specifier: string): readonly Placed[] {
  let [from, to] = [0, releases.length];
  for (const clause of specifier.split(',')) {
    const [, operator, written = ''] = /^\s*(==|<=|>=|<|>)\s*(.+?)\s*$/.exec(clause) ?? [];
    const bound = readVersionParts(written);
    if (operator === undefined || bound === null) return [];
    if (operator === '>=' || operator === '==') from = Math.max(from, firstFrom(releases, bound, 0));
    if (operator === '>') from = Math.max(from, firstFrom(releases, bound, 1));
    if (operator === '<') to = Math.min(to, firstFrom(releases, bound, 0));
    if (operator === '<=' || operator === '==') to = Math.min(to, firstFrom(releases, bound, 1));
  }
  return releases.slice(from, Math.max(from, to));
}

/** Place of the first release that is at the bound (`least` 0) or beyond it (1); their number where none is. */
function firstFrom(releases: readonly Placed[], bound: VersionParts, least: 0 | 1): number {
  let [low, high] = [0, releases.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const parts = releases[middle]?.parts ?? null;
    if (parts !== null && Math.sign(compareParts(parts, bound)) >= least) high = middle;
    else low = middle + 1;
  }
  return low;
}
