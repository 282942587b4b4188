import { advisoryQuestions, type AdvisoryQuestion } from '../core/indexFacts/advisoryQuestions.ts';
import type { AskedIndex } from '../core/indexFacts/askedIndex.ts';
import type { Advisory, PackageFacts } from '../core/indexFacts/indexFacts.ts';
import { joinAdvisories } from '../core/indexFacts/joinAdvisories.ts';
import type { Mention } from '../core/indexFacts/mentions.ts';
import type { Profile } from '../core/project/projectProfile.ts';
import type { Advisories, DatedAdvisories, PackageIndex } from './ports.ts';

/** A package of which an index told. */
export interface LookedUp {
  readonly facts: PackageFacts;
  readonly mention: Mention;
  readonly index: AskedIndex;
}

export interface AdvisedPackages {
  readonly packages: readonly PackageFacts[];
  /** Names of which not everything could be found out. */
  readonly unanswered: readonly string[];
  /** Milliseconds since 1970. */
  readonly fetchedAt: readonly number[];
}

interface Ports {
  readonly index: PackageIndex;
  readonly advisories: Advisories;
}

/** Adds what is reported of packages. A name that was only asked of private indexes is told to no database either. */
export async function gatherAdvisories(
  ports: Ports,
  packages: readonly LookedUp[],
  profile: Profile,
  signal: AbortSignal,
): Promise<AdvisedPackages> {
  const questions = packages
    .filter(({ index }) => index.isPublic)
    .flatMap(({ facts, mention }) => advisoryQuestions(facts, mention, profile));
  const first = await ask(ports, packages, questions, signal);
  const second = await ask(ports, packages, furtherQuestions(first), signal);
  const all = [...first, ...second];
  const advisories = new Map<string, readonly Advisory[]>();
  for (const { question, answer } of all)
    advisories.set(question.name, [...(advisories.get(question.name) ?? []), ...(answer?.advisories ?? [])]);
  return {
    packages: packages.map(({ facts }) => ({ ...facts, advisories: joinAdvisories(advisories.get(facts.name) ?? []) })),
    unanswered: [...new Set(all.flatMap(({ question, answer }) => (answer === null ? question.name : [])))],
    fetchedAt: all.flatMap(({ answer }) => answer?.fetchedAt ?? []),
  };
}

interface Answered {
  readonly question: AdvisoryQuestion;
  readonly answer: DatedAdvisories | null;
}

/** Where something is reported, what else is: so that no fix leads from one affected release to the next. */
function furtherQuestions(answered: readonly Answered[]): readonly AdvisoryQuestion[] {
  const reported = answered.filter(({ question, answer }) => question.version !== null && (answer?.advisories.length ?? 0) > 0);
  return [...new Set(reported.map(({ question }) => question.name))].map(name => ({ name, version: null }));
}

/** Where the database does not answer, the index may know of its releases itself. */
async function ask(
  { index, advisories }: Ports,
  packages: readonly LookedUp[],
  questions: readonly AdvisoryQuestion[],
  signal: AbortSignal,
): Promise<readonly Answered[]> {
  if (questions.length === 0) return [];
  const answers = await advisories.find(questions, signal);
  const indexes = new Map(packages.map(each => [each.facts.name, each.index]));
  return Promise.all(
    questions.map(async (question, place) => {
      const answer = answers[place] ?? null;
      const at = indexes.get(question.name);
      if (answer !== null || question.version === null || at === undefined) return { question, answer };
      return { question, answer: await index.vulnerabilities(question.name, question.version, at, signal) };
    }),
  );
}
