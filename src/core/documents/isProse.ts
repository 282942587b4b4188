import type { DependencyDocument } from './dependencyDocument.ts';

const MANUAL = /(?:^|\/)(?:docs?|documentation)\//;

/** Whether a file that is named like a requirements file is a chapter of a manual, such as one on constraints of a database. */
export function isProse({ file, requirements }: Pick<DependencyDocument, 'file' | 'requirements'>): boolean {
  const broken = requirements.filter(({ problem }) => problem !== null).length;
  return MANUAL.test(file) && broken * 2 > requirements.length;
}
