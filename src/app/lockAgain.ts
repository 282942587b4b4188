import { lockKindOf } from '../core/locks/readLock.ts';
import { lockingToolOf, type LockingTool } from '../core/locks/lockingTool.ts';
import type { LiveProject } from './liveProject.ts';
import type { LockTools } from './ports.ts';

/** What came of it; `text` is the new lock, which nobody has written anywhere yet. */
export type LockedAgain =
  | { readonly kind: 'locked'; readonly program: string; readonly text: string }
  | { readonly kind: 'unchanged'; readonly program: string }
  | { readonly kind: 'refused'; readonly problem: string };

/** Files of the project that some tool has written and can write again. */
export function lockableFiles(project: LiveProject): readonly string[] {
  return [...project.locks.map(({ file }) => file), ...project.documents.map(({ file }) => file)].filter(
    file => toolFor(project, file) !== null,
  );
}

/** Has the tool that wrote a lock write it again, on a copy of the project's dependency files. Throws `Cancelled`. */
export async function lockAgain(tools: LockTools, project: LiveProject, file: string, signal: AbortSignal): Promise<LockedAgain> {
  const tool = toolFor(project, file);
  if (tool === null) return { kind: 'refused', problem: `Nothing in ${file} tells which tool wrote it.` };
  if ('problem' in tool) return { kind: 'refused', problem: tool.problem };
  const files = new Map(project.files.map(each => [each, project.text(each)]));
  const made = await tools.run({ tool, files, output: file }, signal);
  if ('problem' in made) return { kind: 'refused', problem: made.problem };
  return made.text === project.text(file)
    ? { kind: 'unchanged', program: tool.program }
    : { kind: 'locked', program: tool.program, text: made.text };
}

function toolFor(project: LiveProject, file: string): LockingTool | { readonly problem: string } | null {
  return lockingToolOf(file, lockKindOf(file), project.text(file));
}
