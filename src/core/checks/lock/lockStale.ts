import type { Requirement } from '../../documents/requirement.ts';
import type { LockDocument } from '../../locks/lockDocument.ts';
import { wholeFile } from '../../text/span.ts';
import { visibleText } from '../../text/visibleText.ts';
import type { Check, Facts, Finding } from '../check.ts';
import { isChecked } from './checkedLocks.ts';
import { lockedDocument } from './directRequirements.ts';
import { stalenessOf, type Staleness } from './staleness.ts';

/** Said once at the lock, and at each requirement that it does not fit. */
export const lockStale: Check<'document' | 'lock'> = {
  id: 'lock/stale',
  title: 'The lock matches the project',
  severity: { library: 'info', application: 'warning' },
  documentation: {
    what: 'A dependency in pyproject.toml or Pipfile that its lock does not hold, or holds in a version that is not asked for; or one that the lock was made for and that is no longer asked for. With uv also a version of the project, constraints or overrides that the lock repeats and that have changed since. What a marker or a source of its own may explain is left alone.',
    why: 'What is tested and installed from the lock is not what the project says. Some tools lock again without asking, others install the old state.',
    mend: 'Lock again with the tool that wrote the lock: uv lock, poetry lock, pdm lock, pipenv lock.',
    sources: ["uv's documentation: Locking and syncing", "Poetry's documentation: Installing with poetry.lock"],
  },
  needs: ['document', 'lock'],
  *run({ document, lock }) {
    for (const each of lock) yield* findingsOn(each, document);
  },
};

/** A lock in a folder below belongs to something else. */
function* findingsOn(lock: LockDocument, { documents, pyproject }: Facts['document']): Iterable<Finding> {
  const document = lockedDocument(lock, documents);
  if (document === null || document.problems.length > 0 || lock.problems.length > 0 || !isChecked(lock) || lock.file.includes('/')) return;
  const stale = stalenessOf(lock, document, pyproject);
  if (stale.length === 0) return;
  yield { message: summaryOf(stale, document.file), file: lock.file, span: wholeFile };
  for (const each of stale) {
    if (!('requirement' in each)) continue;
    const { file, span } = each.requirement;
    yield { message: `${sentenceOf(each, lock.file)} Lock again.`, file, span, package: each.name };
  }
}

const MOST_NAMED = 3;

function summaryOf(stale: readonly Staleness[], file: string): string {
  const names = [...new Set(stale.map(({ name }) => name))];
  const rest = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  return `This lock does not match ${file}: ${visibleText(names.slice(0, MOST_NAMED).join(', '))}${rest}. Lock again.`;
}

function sentenceOf(stale: Extract<Staleness, { readonly requirement: Requirement }>, lock: string): string {
  const asked = stale.requirement.specifier;
  switch (stale.kind) {
    case 'missing':
      return visibleText(`${stale.name} is not in ${lock}.`);
    case 'outside':
      return visibleText(`${lock} holds ${stale.name} ${stale.versions.join(', ')}, but ${asked} is asked for.`);
    case 'asked-otherwise':
      return visibleText(`${lock} was made for ${stale.name}${stale.specifier}, but now ${asked || 'any version'} is asked for.`);
  }
}
