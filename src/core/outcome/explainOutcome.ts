import { releasePage } from '../indexes/indexProfile.ts';
import type { NotApprovedReason } from '../messages/brokerMessages.ts';
import { sentence } from '../text/sentence.ts';
import { visibleText } from '../text/visibleText.ts';
import { explainUploadFailure } from './explainUploadFailure.ts';
import type { PublishOutcome, ReleaseName } from './publishOutcome.ts';

/** The one useful thing to do next. Which command runs it is the front's business. */
export type NextStep =
  | { readonly do: 'open'; readonly title: string; readonly url: string }
  | { readonly do: 'log'; readonly title: string }
  | { readonly do: 'resume'; readonly title: string }
  | { readonly do: 'again'; readonly title: string };

/** One message, with at most one button. `message` is plain text. */
export interface Explanation {
  readonly tone: 'good' | 'bad' | 'neutral';
  readonly title: string;
  readonly message: string;
  readonly next: NextStep | null;
}

/** The words of every ending, in one place: what happened, to what, and the next step. */
export function explainOutcome(outcome: PublishOutcome): Explanation {
  switch (outcome.kind) {
    case 'published':
      return good(
        outcome.profile.kind === 'rehearsal' ? 'Rehearsed and verified' : 'Published and verified',
        `${onIndex(outcome)}. ${verifiedFiles(outcome.files)} verified by hash.`,
        openPage(outcome),
      );
    case 'unverified':
      return bad('Sent, not verified', `${onIndex(outcome)}, but not verified: ${whyUnverified[outcome.why]}`, openPage(outcome));
    case 'differs':
      return bad(
        'The index holds other bytes',
        `${outcome.profile.name} lists a ${visibleText(outcome.filename)} with another hash than the file you approved. Somebody else may have published it: look at the release, and yank it if it is not yours.`,
        openPage(outcome),
      );
    case 'already-there':
      return good(
        'Already published',
        `${onIndex(outcome)} already, with the same ${filesWord(outcome.files)} by hash. Nothing was sent.`,
        openPage(outcome),
      );
    case 'blocked':
      return bad(
        'Nothing was uploaded',
        `${visibleText(outcome.what)} is not published: ${outcome.problems.map(sentence).join(' ')}`,
        null,
      );
    case 'not-approved':
      return neutral('Nothing was uploaded', `Nothing was uploaded: ${whyNotApproved[outcome.reason]}`);
    case 'exists':
      return bad(
        'That file name is taken',
        `${outcome.profile.name} has a different ${visibleText(outcome.filename)}. File names are used once: publish another version.`,
        openPage(outcome),
      );
    case 'failed':
      return failed(outcome);
    case 'partly':
      return partly(outcome);
  }
}

const whyUnverified = {
  closed: 'the index asks for credentials to be read. Compare the hashes there.',
  'no-hashes': 'the index lists no SHA-256. Compare the files there.',
  'not-listed': 'the index did not list every file within two minutes. Look again later.',
  unreachable: 'the index could not be read. Look again later.',
  cancelled: 'you did not wait for the index to list the files.',
} as const;

const whyNotApproved: Readonly<Record<NotApprovedReason, string>> = {
  refused: 'you refused the release.',
  'timed-out': 'nobody approved it within ten minutes.',
  'page-closed': 'the approval page was closed.',
  'locked-out': 'too many wrong codes were typed. The page said when the next try is possible.',
  cancelled: 'you cancelled.',
};

function failed(outcome: Extract<PublishOutcome, { kind: 'failed' }>): Explanation {
  const words = explainUploadFailure(outcome.failure, outcome);
  if (outcome.failure.outcome === 'cancelled') return neutral('Nothing was uploaded', 'Nothing was uploaded: you cancelled.');
  return bad(
    'Nothing was uploaded',
    `${words.cause} Nothing was uploaded. ${words.next}`.trim(),
    words.retry ? again(words.retry) : showLog,
  );
}

function partly(outcome: Extract<PublishOutcome, { kind: 'partly' }>): Explanation {
  const all = outcome.sent.length + outcome.missing.length;
  const words = explainUploadFailure(outcome.failure, outcome);
  const arrived = `${outcome.sent.length} of ${all} files ${outcome.sent.length === 1 ? 'is' : 'are'} on ${outcome.profile.name}.`;
  const doubt = outcome.uncertain ? ` Whether ${visibleText(outcome.filename)} arrived is not known.` : '';
  return bad('Partly published', `${arrived} ${words.cause}${doubt} The rest can be sent again for 14 days.`, {
    do: 'resume',
    title: 'Resume',
  });
}

function onIndex(release: ReleaseName): string {
  const name = `${visibleText(release.project)} ${visibleText(release.version)}`;
  return release.profile.kind === 'rehearsal' ? `${name} went through the rehearsal` : `${name} is on ${visibleText(release.profile.name)}`;
}

function openPage(release: ReleaseName): NextStep | null {
  const url = releasePage(release.profile, release.project, release.version);
  const where = release.profile.kind === 'rehearsal' ? 'the Rehearsal Index' : release.profile.name;
  return url === null ? null : { do: 'open', title: `Open on ${where}`, url };
}

const verifiedFiles = (count: number): string => (count === 1 ? 'The file is' : count === 2 ? 'Both files are' : `All ${count} files are`);
const filesWord = (count: number): string => (count === 1 ? 'file' : `${count} files`);

const showLog: NextStep = { do: 'log', title: 'Show Log' };
const again = (title: string): NextStep => ({ do: 'again', title });

const good = (title: string, message: string, next: NextStep | null): Explanation => ({ tone: 'good', title, message, next });
const bad = (title: string, message: string, next: NextStep | null): Explanation => ({ tone: 'bad', title, message, next });
const neutral = (title: string, message: string): Explanation => ({ tone: 'neutral', title, message, next: null });
