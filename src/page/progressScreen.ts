import type { ApprovalView, FileState, PageState } from '../core/messages/pageMessages.ts';
import { visibleText } from '../core/text/visibleText.ts';
import { announce, element, showPage } from './dom.ts';
import { indexBanner } from './indexBanner.ts';
import { releaseName } from './releaseView.ts';

export type Files = readonly { readonly filename: string; readonly state: FileState }[];

const signs: Readonly<Record<FileState, string>> = { waiting: '·', sending: '↑', sent: '✓', failed: '✗', there: '✓' };

const doingWords: Readonly<Record<FileState, string>> = {
  waiting: 'waits',
  sending: 'is being uploaded',
  sent: 'uploaded',
  failed: 'not uploaded',
  there: 'was there already',
};

/** When nothing goes on any more. */
export const doneWords: Readonly<Record<FileState, string>> = { ...doingWords, waiting: 'not sent', sending: 'was under way' };

const STEPS = ['approved', 'uploading', 'verifying'] as const;

/** The approved release on its way. The screen is built once and then changed in place, so that the focus stays. */
export class ProgressScreen {
  readonly #view: ApprovalView;
  readonly #heading = element('h1', {});
  readonly #list = element('div', {});
  readonly #steps = element('ol', { class: 'steps' });
  #isShown = false;

  constructor(view: ApprovalView) {
    this.#view = view;
  }

  show(state: PageState, files: Files): void {
    const step = state.state === 'verifying' ? 'verifying' : 'uploading';
    const doing = step === 'verifying' ? 'Verifying ' : 'Uploading ';
    if (this.#heading.firstChild?.textContent !== doing) this.#heading.replaceChildren(doing, ...releaseName(this.#view));
    this.#steps.replaceChildren(...STEPS.map(name => stepItem(name, step)));
    this.#list.replaceChildren(fileList(files));
    announce(spoken(state, files));
    if (this.#isShown) return void (document.title = `${doing}${this.#view.project} – Countersign`);
    this.#isShown = true;
    const words = element('p', {}, 'You approved this release. It goes on by itself: this page only shows how far it is.');
    showPage(this.#heading, indexBanner(this.#view), element('main', {}, this.#heading, words, this.#steps, this.#list));
  }
}

/** Each file with how far it came, in a sign and in words. */
export function fileList(files: Files, words: Readonly<Record<FileState, string>> = doingWords): HTMLElement {
  return element(
    'ul',
    { class: 'progress' },
    ...files.map(({ filename, state }) =>
      element(
        'li',
        { class: state },
        element('span', { class: 'sign', 'aria-hidden': 'true' }, signs[state]),
        element('span', { class: 'filename', translate: 'no' }, visibleText(filename)),
        element('span', { class: 'state' }, words[state]),
      ),
    ),
  );
}

function stepItem(name: (typeof STEPS)[number], current: (typeof STEPS)[number]): HTMLElement {
  const isDone = STEPS.indexOf(name) < STEPS.indexOf(current);
  const label = name.charAt(0).toUpperCase() + name.slice(1);
  return element('li', name === current ? { 'aria-current': 'step' } : { class: isDone ? 'done' : 'ahead' }, isDone ? `${label} ✓` : label);
}

function spoken(state: PageState, files: Files): string {
  if (state.state === 'verifying') return 'All files are sent. They are being compared with what the index shows.';
  const sending = files.find(file => file.state === 'sending');
  return sending === undefined ? '' : `${visibleText(sending.filename)} is being uploaded.`;
}
