import type { Failure } from '../core/failure.ts';
import type { NotApprovedReason } from '../core/messages/brokerMessages.ts';
import type { EndedState } from '../core/messages/pageMessages.ts';

const AGAIN = 'Publish again from VS Code when you are ready.';

const details: Readonly<Record<NotApprovedReason, string>> = {
  refused: 'You refused this release.',
  'timed-out': `Ten minutes passed without a decision. ${AGAIN}`,
  'page-closed': `The page was closed before a decision. ${AGAIN}`,
  'locked-out': 'Too many wrong codes were typed, and the next try is possible only after this page has run out. Publish again later.',
  cancelled: 'The release was cancelled in VS Code.',
};

/** What the page says where the broker knows the ending before the host does. The host may say more. */
export function notApprovedEnding(reason: NotApprovedReason): EndedState {
  return ending('neutral', 'Nothing was uploaded', details[reason]);
}

export function failureEnding(failure: Failure, isApproved: boolean): EndedState {
  const next = 'VS Code tells what to do next.';
  return isApproved
    ? ending('bad', 'The upload was stopped', `${failure.detail} Some files may have been uploaded: ${next}`)
    : ending('bad', 'Nothing was uploaded', `${failure.detail} ${next}`);
}

function ending(tone: EndedState['tone'], title: string, detail: string): EndedState {
  return { state: 'ended', tone, title, detail, link: null };
}
