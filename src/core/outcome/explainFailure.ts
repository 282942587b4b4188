import type { Failure, FailureCode } from '../failure.ts';
import { sentence } from '../text/sentence.ts';
import type { Explanation, NextStep } from './explainOutcome.ts';

interface FailureWords {
  readonly cause: string;
  readonly next: string;
  readonly step?: NextStep['do'];
}

/** A sentence for each failure; the adapter's detail follows where it helps. */
const failureWords: Readonly<Record<FailureCode, FailureWords>> = {
  'python-missing': { cause: 'No Python was found.', next: 'Install Python 3.10 or newer, then try again.', step: 'again' },
  'python-too-old': { cause: 'The Python found here is too old.', next: 'Install Python 3.10 or newer, then try again.', step: 'again' },
  'python-without-ensurepip': {
    cause: 'This Python cannot make environments: its module ensurepip is missing.',
    next: 'On Debian and Ubuntu, install the package python3-venv, then try again.',
    step: 'again',
  },
  'environment-install-failed': {
    cause: 'The tools for publishing could not be installed.',
    next: 'The log has what pip said.',
    step: 'log',
  },
  'environment-no-network': {
    cause: 'The tools for publishing could not be fetched: the package index is out of reach.',
    next: 'They are fetched once. Check the network or HTTPS_PROXY, then try again.',
    step: 'again',
  },
  'environment-changed': {
    cause: "Files of twine's environment were changed after its installation, so it was not used.",
    next: 'It will be installed again. Look for what writes into it.',
    step: 'again',
  },
  'build-failed': { cause: 'The build failed.', next: 'The log has the full output.', step: 'log' },
  'files-unreadable': { cause: 'A file could not be read.', next: '' },
  'index-unreachable': { cause: 'The index could not be asked what it holds.', next: 'Check the network, then try again.', step: 'again' },
  'index-answer-invalid': { cause: "The index's answer was not understood.", next: 'Check its read address in the settings.', step: 'log' },
  'rehearsal-index-failed': { cause: 'The built-in index did not start.', next: 'The log has what it said.', step: 'log' },
  'broker-failed': { cause: 'The approval process stopped.', next: 'Try again; the log has the details.', step: 'log' },
  'broker-changed': { cause: "The extension's own files were changed on disk.", next: 'Install the extension again.' },
  'page-unreachable': { cause: 'The approval page cannot be reached from your browser.', next: 'Publish from a window on this computer.' },
  unexpected: { cause: 'Countersign has a fault of its own.', next: 'The log has the details.', step: 'log' },
};

const stepTitles = { log: 'Show Log', again: 'Try Again' } as const;

/** One message for what the world did. Nothing was uploaded in any of these cases, as far as one can know. */
export function explainFailure(failure: Failure): Explanation {
  const said = failureWords[failure.code];
  const message = [said.cause, sentence(failure.detail), failure.code === 'unexpected' ? '' : 'Nothing was uploaded.', said.next]
    .filter(part => part !== '')
    .join(' ');
  const next = said.step === 'log' || said.step === 'again' ? { do: said.step, title: stepTitles[said.step] } : null;
  return { tone: 'bad', title: 'Not published', message, next };
}
