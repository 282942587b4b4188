import { visibleText } from '../../text/visibleText.ts';
import type { LockDocument } from '../../locks/lockDocument.ts';
import type { Check } from '../check.ts';

export const lockUnsupportedVersion: Check<'lock'> = {
  id: 'lock/unsupported-version',
  title: 'Every lock is of a known format',
  severity: { library: 'info', application: 'info' },
  documentation: {
    what: 'A lock whose format is newer or older than those that Countersign knows: uv.lock 1, poetry.lock 1.x and 2.x, pdm.lock 4.0 to 4.5, Pipfile.lock 6, pylock.toml 1.0.',
    why: 'What its fields mean is not known, so the lock is not checked. That is not the same as being in order.',
    mend: 'Update Countersign, or lock again with the tool that the project uses now.',
    sources: ['https://peps.python.org/pep-0751/'],
  },
  needs: ['lock'],
  *run({ lock }) {
    for (const document of lock) {
      if (document.isSupported || hasNothingToSay(document)) continue;
      yield { message: messageFor(document), file: document.file, span: document.formatVersionSpan };
    }
  },
};

/** Where the file is broken, that is what has to be said. */
function hasNothingToSay({ formatVersion, problems }: LockDocument): boolean {
  return formatVersion === null && problems.length > 0;
}

function messageFor({ formatVersion }: LockDocument): string {
  return formatVersion === null
    ? 'This lock tells no version of its format, so it may not be checked as a whole. Lock again.'
    : `Version ${visibleText(formatVersion)} of this format is not known, so the lock is not checked. Update Countersign, or lock again.`;
}
