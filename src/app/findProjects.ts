import { readPyproject, type Pyproject } from '../core/project/pyproject.ts';
import { wholeFile } from '../core/text/span.ts';
import type { Files } from './ports.ts';

/** A folder that can be published, as a person chooses it. */
export interface ProjectChoice {
  readonly folder: string;
  /** Relative to the workspace folder, with `/`; `.` for itself. */
  readonly path: string;
  /** As written; null where the file has none or cannot be read. */
  readonly name: string | null;
  /** Null where the version is worked out by the build: it is then read from the built files, never guessed. */
  readonly version: string | null;
  /** What is wrong with its `pyproject.toml`, in a sentence with its place; null when nothing is. */
  readonly problem: string | null;
  /** Where it is wrong; lines and characters count from 0. */
  readonly problemAt: { readonly line: number; readonly character: number } | null;
}

/** Every project below the workspace's folders, nearest first. A broken one is listed too, with what is wrong. */
export async function findProjects(files: Files, workspaceFolders: readonly string[]): Promise<readonly ProjectChoice[]> {
  const found = await Promise.all(workspaceFolders.map(root => projectsBelow(files, root)));
  return found.flat();
}

async function projectsBelow(files: Files, root: string): Promise<readonly ProjectChoice[]> {
  const folders = await files.findProjectFolders(root);
  return Promise.all(folders.map(folder => describe(files, root, folder)));
}

async function describe(files: Files, root: string, folder: string): Promise<ProjectChoice> {
  const path = folder === root ? '.' : folder.slice(root.length + 1).replaceAll('\\', '/');
  const read = readPyproject((await files.readText(`${folder}/pyproject.toml`)) ?? '');
  const problem = read.problems[0] ?? (await nameless(files, folder, read));
  return {
    folder,
    path,
    name: read.facts.name,
    version: read.facts.version === 'dynamic' ? null : read.facts.version,
    problem: problem ? `pyproject.toml:${problem.range.start.line + 1}:${problem.range.start.character + 1}: ${problem.message}` : null,
    problemAt: problem ? problem.range.start : null,
  };
}

/** Many tools keep their settings in a `pyproject.toml`: without a name, here or in setuptools' own files, there is nothing to publish. */
async function nameless(files: Files, folder: string, { facts, document }: Pyproject): Promise<Pyproject['problems'][number] | null> {
  if (facts.name !== null || document === null) return null;
  const beside = await files.listRegularFiles(folder);
  if (beside.includes('setup.py') || beside.includes('setup.cfg')) return null;
  return { message: 'There is no project here to publish: the table [project] with a name is missing.', range: wholeFile };
}
