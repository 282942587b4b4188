import { lockKindOf } from '../core/locks/readLock.ts';
import { lockingToolOf, type LockingTool } from '../core/locks/lockingTool.ts';
import type { ReportedFinding } from '../core/checks/runChecks.ts';
import type { LiveProject } from './liveProject.ts';
import type { LockTools } from './ports.ts';

/** What came of it; `text` is the new lock, which nobody has written anywhere yet. */
export type LockedAgain =
  | { readonly kind: 'locked'; readonly program: string; readonly before: string; readonly text: string }
  | { readonly kind: 'unchanged'; readonly program: string }
  | { readonly kind: 'refused'; readonly problem: string };

/** Files of the project that some tool has written and can write again. */
export function lockableFiles(project: LiveProject): readonly string[] {
  return project.files.filter(file => toolFor(project, file) !== null);
}

/** The file that has to be locked again, or for the first time, to end the finding; null where that would not help, or no tool is evident. */
export function lockThatMends(project: LiveProject, { rule, file }: Pick<ReportedFinding, 'rule' | 'file'>): string | null {
  if (rule === 'lock/missing') return missingLock(project);
  if (!mendedByLocking.has(rule)) return null;
  const lockable = lockableFiles(project);
  if (lockable.includes(file)) return file;
  const beside = lockable.filter(each => lockKindOf(each) !== null && !each.includes('/'));
  return rule === 'lock/stale' && beside.length === 1 ? (beside[0] ?? null) : null;
}

const mendedByLocking: ReadonlySet<string> = new Set([
  'toml/syntax',
  'lock/stale',
  'lock/unhashed',
  'lock/unpinned',
  'lock/weak-hash',
  'lock/no-version',
  'dep/weak-hash',
  'dep/malformed-hash',
  'dep/hash-mismatch',
]);

/** By the table of the tool that the project is set up with. */
function missingLock(project: LiveProject): string | null {
  if (project.holds('Pipfile')) return 'Pipfile.lock';
  const paths = [project.document('pyproject.toml')?.toml].flatMap(toml => [...(toml?.headers ?? []), ...(toml?.entries ?? [])]);
  const tool = ['uv', 'poetry', 'pdm'].find(name => paths.some(({ path }) => path[0] === 'tool' && path[1] === name));
  return tool === undefined ? null : `${tool}.lock`;
}

/** Has the tool that wrote a lock write it again, on a copy of the project's dependency files. Throws `Cancelled`. */
export async function lockAgain(tools: LockTools, project: LiveProject, file: string, signal: AbortSignal): Promise<LockedAgain> {
  const tool = toolFor(project, file);
  if (tool === null) return { kind: 'refused', problem: `Nothing in ${file} tells which tool wrote it.` };
  if ('problem' in tool) return { kind: 'refused', problem: tool.problem };
  const files = new Map(project.files.map(each => [each, project.text(each)]));
  const before = project.text(file);
  const made = await tools.run({ tool, files, output: file }, signal);
  if ('problem' in made) return { kind: 'refused', problem: made.problem };
  const { program } = tool;
  return made.text === before ? { kind: 'unchanged', program } : { kind: 'locked', program, before, text: made.text };
}

function toolFor(project: LiveProject, file: string): LockingTool | { readonly problem: string } | null {
  return lockingToolOf(file, lockKindOf(file), project.text(file));
}
