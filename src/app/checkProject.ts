import { catalogue } from '../core/checks/catalogue.ts';
import type { Need } from '../core/checks/check.ts';
import { runChecks, type CheckReport, type Gathered } from '../core/checks/runChecks.ts';
import { judgeProfile, type Profile, type ProfileJudgement } from '../core/project/projectProfile.ts';
import { readPyproject, type Pyproject } from '../core/project/pyproject.ts';
import type { Files } from './ports.ts';

export interface CheckOptions {
  /** `auto`: the one that the project's files tell. */
  readonly profile: Profile | 'auto';
  /** Whether the checks that ask the index are left out. */
  readonly offline: boolean;
  /** Countersign's own version. */
  readonly ownVersion: string;
}

/** What was found in one project. A folder without `pyproject.toml` is one too, and has nothing wrong in it. */
export interface ProjectReport extends CheckReport {
  readonly folder: string;
  readonly pyproject: Pyproject | null;
  readonly profile: ProfileJudgement;
}

/** Gathers the facts of one folder, each once, then runs the catalogue's checks over them. */
export async function checkProject(
  files: Pick<Files, 'readText' | 'listRegularFiles'>,
  folder: string,
  options: CheckOptions,
): Promise<ProjectReport> {
  const text = await files.readText(`${folder}/pyproject.toml`);
  const pyproject = text === null ? null : readPyproject(text);
  const profile =
    options.profile === 'auto'
      ? judgeProfile(pyproject, await files.listRegularFiles(folder))
      : { profile: options.profile, reason: 'chosen' };
  const document = { fact: { pyproject, ownVersion: options.ownVersion } };
  const gathered: Gathered = { ...notGathered(options.offline), document };
  return { folder, pyproject, profile, ...runChecks(catalogue, gathered, profile.profile) };
}

function notGathered(offline: boolean): Record<Exclude<Need, 'document'>, { readonly missing: string }> {
  const missing = 'not part of this check';
  return {
    lock: { missing },
    index: { missing: offline ? 'offline' : missing },
    artifacts: { missing },
    git: { missing },
    now: { missing },
  };
}
