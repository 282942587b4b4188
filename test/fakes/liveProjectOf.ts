import { LiveProject } from '../../src/app/liveProject.ts';
import { readProject } from '../../src/app/readProject.ts';
import { memoryProjectFiles } from './memoryProjectFiles.ts';

/** A project with these files, by their path below it. */
export async function liveProjectOf(texts: Readonly<Record<string, string>>): Promise<LiveProject> {
  const files = memoryProjectFiles(Object.fromEntries(Object.entries(texts).map(([file, text]) => [`/p/${file}`, text])));
  return new LiveProject(await readProject(files, '/p'));
}
