import type { Advisories, DatedAdvisories, PackageAnswer, PackageIndex } from '../../src/app/ports.ts';
import type { AskedIndex } from '../../src/core/indexFacts/askedIndex.ts';
import type { Advisory } from '../../src/core/indexFacts/indexFacts.ts';
import type { ProjectListing } from '../../src/core/indexFacts/projectListing.ts';

/** What indexes and databases hold in one test: by the address of an index, its projects; an answer of another kind by its word. */
export interface IndexScript {
  readonly projects?: Readonly<Record<string, Readonly<Record<string, ProjectListing | 'closed' | 'unreachable'>>>>;
  /** By name, or by name and version: "demo 1.0". Missing: nothing is reported; null: the database does not answer. */
  readonly advisories?: Readonly<Record<string, readonly Advisory[] | null>>;
  readonly ownAdvisories?: Readonly<Record<string, readonly Advisory[]>>;
  /** By the address of a file's attestations. */
  readonly publishers?: Readonly<Record<string, string>>;
}

export interface FakeIndexes {
  readonly index: PackageIndex;
  readonly advisories: Advisories;
  /** What was asked, in order. */
  readonly asked: string[];
}

/** Fetched in the order of asking, a minute apart. */
export function fakeIndexes(script: IndexScript): FakeIndexes {
  const asked: string[] = [];
  const fetchedAt = (): number => asked.length * 60_000;
  const at = (name: string, index: AskedIndex): PackageAnswer => {
    asked.push(`${index.name} ${name}`);
    const project = script.projects?.[index.url]?.[name];
    if (project === undefined) return { kind: 'absent', index, fetchedAt: fetchedAt() };
    if (typeof project === 'string') return { kind: 'unknown', index, reason: project };
    return { kind: 'listed', index, listing: project, fetchedAt: fetchedAt() };
  };
  const dated = (advisories: readonly Advisory[] | null | undefined): DatedAdvisories | null =>
    advisories === null ? null : { advisories: advisories ?? [], fetchedAt: fetchedAt() };
  return {
    asked,
    index: {
      async lookUp(name, indexes) {
        const answers = [];
        for (const index of indexes) {
          const answer = at(name, index);
          if (answer.kind !== 'absent') return answer;
          answers.push(answer);
        }
        const last = answers.at(-1);
        if (last === undefined) throw new Error('the product asks no index');
        return last;
      },
      async publisherOf({ files }) {
        const url = files[0]?.provenanceUrl ?? '';
        asked.push(`publisher ${url}`);
        return script.publishers?.[url] ?? null;
      },
      async vulnerabilities(name, version, index) {
        asked.push(`${index.name} reports ${name} ${version}`);
        const own = script.ownAdvisories?.[`${name} ${version}`];
        return own === undefined ? null : dated(own);
      },
    },
    advisories: {
      async find(questions) {
        return questions.map(({ name, version }) => {
          const question = version === null ? name : `${name} ${version}`;
          asked.push(`database ${question}`);
          return dated(script.advisories?.[question]);
        });
      },
    },
  };
}
