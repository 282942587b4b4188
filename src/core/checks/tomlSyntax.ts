import { TOOL_FILE } from '../project/toolTable.ts';
import type { TextProblem } from '../project/parseToml.ts';
import type { Check, DocumentFacts, Finding } from './check.ts';

/** Every tool that reads the file stops at such a fault, the build as well. Locks written as JSON are meant too. */
export const tomlSyntax: Check<'document' | 'lock'> = {
  id: 'toml/syntax',
  title: 'Every file that names dependencies can be read',
  severity: { library: 'error', application: 'error' },
  documentation: {
    what: 'pyproject.toml, Pipfile, a lock, or the block of settings in a script is not valid TOML; Pipfile.lock is not valid JSON.',
    why: 'Installers and build tools stop at such a fault. The other rules see only what can be read in spite of it, so what they do not mark may still be wrong.',
    mend: 'Correct the file at the marked place; the message says what is expected there. A lock is best made again by its tool.',
    sources: ['https://toml.io/en/v1.1.0', 'https://peps.python.org/pep-0518/', 'https://peps.python.org/pep-0723/'],
  },
  needs: ['document', 'lock'],
  *run({ document, lock }) {
    yield* findingsIn(TOOL_FILE, problemsOfPyproject(document));
    for (const { file, problems } of [...document.documents, ...lock]) if (file !== TOOL_FILE) yield* findingsIn(file, problems);
  },
};

/** It is read twice: as a project, and as a document that names dependencies. */
function problemsOfPyproject({ pyproject, documents }: DocumentFacts): readonly TextProblem[] {
  const found = documents.find(({ file }) => file === TOOL_FILE)?.problems ?? [];
  return found.length > 0 ? found : (pyproject?.problems ?? []);
}

function findingsIn(file: string, problems: readonly TextProblem[]): readonly Finding[] {
  return problems.map(({ message, range }) => ({ message, file, span: range }));
}
