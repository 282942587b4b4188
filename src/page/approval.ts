import type { PageState } from '../core/messages/pageMessages.ts';
import { showApproval } from './approvalScreen.ts';
import { showEnding } from './endingScreen.ts';
import { ProgressScreen, type Files } from './progressScreen.ts';
import { enter, type Entrance } from './session.ts';
import { watch } from './watch.ts';

type Inside = Extract<Entrance, { readonly kind: 'in' }>;

/** Why there is nothing to approve on this page. */
const closedDoors: Readonly<Record<Exclude<Entrance['kind'], 'in'>, { readonly title: string; readonly detail: string }>> = {
  used: {
    title: 'This link was used already',
    detail:
      'A link opens the approval page once. If another tab of yours shows the release, go on there. ' +
      'If it was not you who opened it, cancel in VS Code: somebody else on this computer has read the link.',
  },
  unknown: { title: 'This link belongs to no release', detail: 'It is cut off, or of another release. Publish again from VS Code.' },
  'no-link': { title: 'This page is opened from VS Code', detail: 'It shows one release, and only by the link that VS Code opens for it.' },
  unreachable: { title: 'The release is over', detail: 'VS Code was closed or reloaded, or this link is old. Look there.' },
};

const GONE = {
  tone: 'bad',
  title: 'VS Code was closed or reloaded',
  detail: 'The release was stopped with it. Look there: VS Code says what was uploaded, if anything was, and how to go on.',
  link: null,
} as const;

async function main(): Promise<void> {
  const entrance = await enter();
  if (entrance.kind === 'in') return followRelease(entrance);
  showEnding({ tone: 'neutral', link: null, ...closedDoors[entrance.kind] }, null, []);
}

function followRelease({ session, view }: Inside): Promise<void> {
  const progress = new ProgressScreen(view);
  let files: Files = [];
  let isWaitingShown = false;
  const onState = (state: PageState): void => {
    if (state.state === 'sending') files = state.files;
    if (state.state === 'ended') return showEnding(state, view, files);
    if (state.state !== 'waiting') return progress.show(state, files);
    if (!isWaitingShown) showApproval(session, view);
    isWaitingShown = true;
  };
  return watch(session, onState, () => showEnding(GONE, view, files));
}

void main();
