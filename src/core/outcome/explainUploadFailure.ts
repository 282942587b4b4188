import { sentence } from '../text/sentence.ts';
import { visibleText } from '../text/visibleText.ts';
import type { ReleaseName, UploadFailure } from './publishOutcome.ts';

/** `cause` and `next` are sentences; `retry` is a button's title where trying again makes sense. */
export interface UploadWords {
  readonly cause: string;
  readonly next: string;
  readonly retry: string | null;
}

type HttpFailure = Extract<UploadFailure, { outcome: 'http' }>;
type ConnectionFailure = Extract<UploadFailure, { outcome: 'connection' }>;

const TRY_AGAIN = 'Try Again';

/** What a run of twine that failed means, and what to do. Source of the cases: twine 7 and the index's own messages. */
export function explainUploadFailure(failure: UploadFailure, release: ReleaseName): UploadWords {
  const index = visibleText(release.profile.name);
  switch (failure.outcome) {
    case 'http':
      return explainStatus(failure, index);
    case 'connection':
      return explainConnection(failure, index);
    case 'redirect':
      return words(
        `${index} answered with a redirect, which is never followed.`,
        'Correct the upload address of this index in the settings.',
      );
    case 'rejected':
      return words(`twine refused the file: ${sentence(failure.detail)}`, 'Mend the package and publish again.');
    case 'crashed':
      return words(`twine stopped: ${sentence(failure.detail)}`, 'The log has the details.');
    case 'changed':
      return words('A file changed after you approved it.', 'Look for what writes into the staging folder, then publish again.');
    case 'cancelled':
      return words('You cancelled.', '');
  }
}

interface StatusRow {
  readonly status: number;
  readonly reason?: RegExp;
  explain(index: string, reason: string): UploadWords;
}

/** Read from the top: the first row that fits. */
const statusRows: readonly StatusRow[] = [
  {
    status: 403,
    reason: /read-only|temporarily disabled/i,
    explain: (index, reason) => words(`${index} takes no uploads now: ${reason}`, 'Try again later.', TRY_AGAIN),
  },
  {
    status: 403,
    reason: /token is expired/i,
    explain: index =>
      words(`${index} refused the token: it is expired.`, "Compare this computer's clock, or make a new token.", 'Use Another Token'),
  },
  {
    status: 403,
    reason: /project-scoped token/i,
    explain: index =>
      words(
        `${index} refused the token: it is for another project.`,
        'A first release needs a token for the whole account.',
        'Use Another Token',
      ),
  },
  {
    status: 403,
    reason: /isn't allowed to upload/i,
    explain: (index, reason) =>
      words(
        `${index} refused: ${reason}`,
        "Ask an owner for a maintainer's role. An archived project takes no uploads.",
        'Use Another Token',
      ),
  },
  {
    status: 403,
    explain: (index, reason) =>
      words(`${index} refused the token: ${reason}`, 'The token may be deleted, cut short, or for another index.', 'Use Another Token'),
  },
  {
    status: 401,
    explain: index =>
      words(`${index} refused the user name or password.`, 'Check both in the settings and on the page.', 'Use Another Token'),
  },
  {
    status: 400,
    reason: /file already exists/i,
    explain: index => words(`${index} already has a file of this name.`, 'File names are used once: publish another version.'),
  },
  {
    status: 400,
    reason: /filename was previously used/i,
    explain: index =>
      words(`${index} had a file of this name once, and it was deleted.`, 'File names are used once: publish another version.'),
  },
  { status: 400, explain: (index, reason) => words(`${index} refused the file: ${reason}`, 'Mend the package and publish again.') },
  { status: 429, explain: index => words(`${index} got too many requests from you.`, 'Wait, then try again.', TRY_AGAIN) },
];

/** Indexes end a refusal with a link to their help; ours is the next sentence. */
const HELP_LINK = /\s*See \S+ for more information\.?/i;

function explainStatus(failure: HttpFailure, index: string): UploadWords {
  const told = failure.reason.replace(HELP_LINK, '').trim();
  const reason = sentence(told === '' ? `HTTP ${failure.status}` : told);
  const row = statusRows.find(({ status, reason: pattern }) => status === failure.status && (pattern?.test(failure.reason) ?? true));
  if (row) return withWait(row.explain(index, reason), failure.retryAfter);
  if (failure.status >= 500)
    return words(`${index} has a fault of its own (HTTP ${failure.status}).`, 'Try again in a few minutes.', TRY_AGAIN);
  return words(`${index} answered HTTP ${failure.status}: ${reason}`, 'The log has the details.');
}

function withWait(said: UploadWords, retryAfterSeconds: number | null): UploadWords {
  return retryAfterSeconds === null ? said : { ...said, next: `Try again in ${retryAfterSeconds} seconds.` };
}

const connectionCauses: Readonly<Record<ConnectionFailure['cause'], (index: string) => string>> = {
  dns: index => `The name of ${index}'s upload host was not found.`,
  refused: index => `${index} refused the connection.`,
  tls: index => `The certificate of ${index} could not be verified.`,
  dropped: index => `The connection to ${index} broke.`,
  stalled: index => `${index} stopped answering: no byte moved for a minute.`,
  proxy: () => 'The proxy did not let the upload through.',
  other: index => `The connection to ${index} failed.`,
};

const connectionSteps: Readonly<Record<ConnectionFailure['cause'], string>> = {
  dns: 'Check the network, then try again.',
  refused: 'Check the address and the network, then try again.',
  tls: 'If a proxy of your company inspects traffic, name its certificate in SSL_CERT_FILE and restart VS Code.',
  dropped: 'Try again: the same bytes may be sent twice.',
  stalled: 'Try again: the same bytes may be sent twice.',
  proxy: 'Check HTTPS_PROXY, then try again.',
  other: 'Check the network, then try again.',
};

function explainConnection(failure: ConnectionFailure, index: string): UploadWords {
  return words(connectionCauses[failure.cause](index), connectionSteps[failure.cause], TRY_AGAIN);
}

function words(cause: string, next: string, retry: string | null = null): UploadWords {
  return { cause, next, retry };
}
