import type { Gathered } from '../core/checks/runChecks.ts';
import type { AskedIndex } from '../core/indexFacts/askedIndex.ts';
import { isValidName, normalizeName } from '../core/names/normalizeName.ts';
import { judgeProfile } from '../core/project/projectProfile.ts';
import { readPyproject } from '../core/project/pyproject.ts';
import { gatherIndexFacts, type IndexFactsPorts, type UnansweredName } from './gatherIndexFacts.ts';
import type { IndexSettings } from './ports.ts';
import type { ProjectReading } from './readProject.ts';

/** What the indexes told of a project, and of whom they told nothing. */
export interface GatheredFacts {
  readonly index: Gathered['index'];
  readonly unanswered: readonly UnansweredName[];
}

/** Asks for what was read, past whoever checks. */
export type FactGatherer = (reading: Omit<ProjectReading, 'folder'>, signal: AbortSignal) => Promise<GatheredFacts>;

/**
 * `only`: the one index that a person chose for this check; null for the project's own. `namesBeside`: of other projects
 * of the person, which are told to nobody either.
 */
export function factGatherer(
  ports: IndexFactsPorts & { readonly settings: IndexSettings },
  only: AskedIndex | null,
  namesBeside: () => Promise<readonly string[]> = async () => [],
): FactGatherer {
  return async ({ documents, locks, filesBeside }, signal) => {
    const pyproject = documents.find(({ file }) => file === 'pyproject.toml');
    const read = pyproject ? readPyproject(pyproject.text) : null;
    const name = read?.facts.name ?? null;
    const request = {
      documents,
      locks,
      person: await ports.settings.read(),
      ownNames: [name ?? '', ...(await namesBeside())].filter(isValidName).map(normalizeName),
      only,
      profile: judgeProfile(read, filesBeside, locks).profile,
    };
    const { facts, unanswered } = await gatherIndexFacts(ports, request, signal);
    const isSilent = facts.packages.size === 0 && unanswered.some(({ reason }) => reason === 'unreachable');
    return { index: isSilent ? { missing: 'the index cannot be reached' } : { fact: facts }, unanswered };
  };
}
