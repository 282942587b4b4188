import type { Advisory } from './indexFacts.ts';

/** Reports of one thing, known under several ids, as one. What is missing in one is taken from another; whatever any takes for affected is. */
export function joinAdvisories(advisories: readonly Advisory[]): readonly Advisory[] {
  const groups: { readonly ids: Set<string>; readonly members: Advisory[] }[] = [];
  for (const advisory of advisories) {
    const ids = new Set([advisory.id, ...advisory.aliases]);
    const joined = groups.filter(group => [...ids].some(id => group.ids.has(id)));
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push({
      ids: new Set([...joined.flatMap(group => [...group.ids]), ...ids]),
      members: [...joined.flatMap(group => group.members), advisory],
    });
  }
  return groups.map(({ ids, members }) => joined(ids, members.toSorted(byRank)));
}

function joined(ids: ReadonlySet<string>, members: readonly Advisory[]): Advisory {
  const [first] = members as readonly [Advisory, ...Advisory[]];
  const times = members.flatMap(({ publishedAt }) => publishedAt ?? []);
  return {
    id: first.id,
    aliases: [...ids].filter(id => id !== first.id).toSorted(),
    summary: members.find(({ summary }) => summary !== '')?.summary ?? '',
    isMalware: members.some(({ isMalware }) => isMalware),
    severity: gravest(members),
    affected: members.some(({ affected }) => affected.length === 0) ? [] : [...new Set(members.flatMap(({ affected }) => affected))],
    fixedIn: [...new Set(members.flatMap(({ fixedIn }) => fixedIn))],
    publishedAt: times.length === 0 ? null : Math.min(...times),
    reportedBy: [...new Set(members.flatMap(({ reportedBy }) => reportedBy))],
  };
}

const grades = ['critical', 'high', 'moderate', 'low', null] as const;

function gravest(members: readonly Advisory[]): Advisory['severity'] {
  return grades.find(grade => members.some(({ severity }) => severity === grade)) ?? null;
}

/** The Python advisory database knows Python's versions best. */
const ranks = ['MAL-', 'PYSEC-', 'GHSA-', 'CVE-'] as const;

function byRank(one: Advisory, other: Advisory): number {
  return rank(one) - rank(other) || (one.id < other.id ? -1 : Number(one.id > other.id));
}

function rank({ id }: Advisory): number {
  const place = ranks.findIndex(prefix => id.startsWith(prefix));
  return place < 0 ? ranks.length : place;
}
