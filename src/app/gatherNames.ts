import type { OutsideFacts } from '../core/checks/judgeProject.ts';
import type { DependencyDocument } from '../core/documents/dependencyDocument.ts';
import { Failure } from '../core/failure.ts';
import { readNameList } from '../core/names/nameList.ts';
import type { NameLoader } from './ports.ts';

const nothingToCompare: OutsideFacts['names'] = { fact: readNameList('') };

/** The list to compare a project's dependencies with. It is not read where there are none; without it the other rules go on. */
export async function gatherNames(load: NameLoader, documents: readonly DependencyDocument[]): Promise<OutsideFacts['names']> {
  if (!namesDependencies(documents)) return nothingToCompare;
  try {
    return { fact: await load() };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { missing: 'the list of names cannot be read' };
  }
}

/** Whether there is anything in a project to compare with the list. */
export function namesDependencies(documents: readonly DependencyDocument[]): boolean {
  return documents.some(({ requirements }) => requirements.some(({ name }) => name !== null));
}
