import { readRequirementsFile } from '../requirementsFile/readRequirementsFile.ts';
import type { DependencyDocument, DocumentKind } from './dependencyDocument.ts';
import type { ReadingOptions } from './readingOptions.ts';
import { readPipfile } from './readPipfile.ts';
import { readPyprojectDependencies } from './readPyprojectDependencies.ts';
import { readScript } from './readScript.ts';

/** Reads a file that names dependencies; `file` is relative to the project. Null for a script without a block of them. */
export function readDocument(
  file: string,
  kind: DocumentKind,
  text: string,
  options: ReadingOptions = { strict: true },
): DependencyDocument | null {
  switch (kind) {
    case 'pyproject':
      return readPyprojectDependencies(file, text, options);
    case 'script':
      return readScript(file, text, options);
    case 'pipfile':
      return readPipfile(file, text, options);
    default:
      return readRequirementsFile(file, kind, text);
  }
}
