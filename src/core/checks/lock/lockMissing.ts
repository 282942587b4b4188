import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import type { RequirementRole } from '../../documents/requirement.ts';
import { TOOL_FILE } from '../../project/toolTable.ts';
import { wholeFile } from '../../text/span.ts';
import type { Check } from '../check.ts';
import { compiledFiles } from '../dependencies/compiledFiles.ts';

const LOCKED_ROLES: ReadonlySet<RequirementRole> = new Set(['main', 'extra', 'group']);

/** A requirements file that pins all it names is a lock, too. */
export const lockMissing: Check<'document' | 'lock'> = {
  id: 'lock/missing',
  title: 'The application has a lock',
  severity: { library: 'off', application: 'warning' },
  documentation: {
    what: 'An application with dependencies and without a lock: no uv.lock, poetry.lock, pdm.lock, Pipfile.lock or pylock.toml, and no requirements file that pins all it names. A library needs none, and neither does a member of a workspace, whose lock lies above.',
    why: 'Every installation takes the newest versions of that day, of indirect dependencies as well: what runs was never tested, and a malicious release is taken up at once.',
    mend: 'Make a lock with hashes and keep it under version control: uv lock, poetry lock, pdm lock, pipenv lock, or pip-compile --generate-hashes.',
    sources: ['https://peps.python.org/pep-0751/', "uv's documentation: Locking and syncing"],
  },
  needs: ['document', 'lock'],
  *run({ document: { documents }, lock }) {
    if (lock.length > 0 || compiledFiles(documents).names.size > 0) return;
    const asking = documents.find(document => asksForSomething(document) && !isWorkspaceMember(document));
    if (asking === undefined) return;
    const message = `There is no lock, so every installation may take other versions of what ${asking.file} asks for. Make one, with hashes.`;
    yield { message, file: asking.file, span: wholeFile };
  },
};

function asksForSomething({ file, requirements }: DependencyDocument): boolean {
  return (file === TOOL_FILE || file === 'Pipfile') && requirements.some(({ role }) => LOCKED_ROLES.has(role));
}

/** It takes packages from a workspace, but is not its root. */
function isWorkspaceMember({ toml }: DependencyDocument): boolean {
  const uv = (toml?.entries ?? []).filter(({ path: [tool, name] }) => tool === 'tool' && name === 'uv');
  const isRoot = [...uv, ...(toml?.headers ?? [])].some(
    ({ path: [tool, name, table] }) => tool === 'tool' && name === 'uv' && table === 'workspace',
  );
  return !isRoot && uv.some(({ path: [, , sources, , key], value }) => sources === 'sources' && key === 'workspace' && value === true);
}
