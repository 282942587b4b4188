import { routes, type ApprovalView, type CodeEnrolment, type PageProblem } from '../core/messages/pageMessages.ts';
import { post } from './api.ts';
import { codeField } from './codeField.ts';
import type { OnBusy } from './decision.ts';
import { announce, button, element } from './dom.ts';
import { problemLine } from './problemLine.ts';
import { qrCode } from './qrCode.ts';
import { enrolWithKey, stopWaitingForKey } from './securityKey.ts';

export interface EnrolmentOptions {
  readonly session: string;
  readonly view: ApprovalView;
  readonly onEnrolled: (view: ApprovalView) => void;
  readonly onBusy: OnBusy;
}

/** Offers the two factors, once. Each says what it is worth before it is chosen. */
export function enrolmentSection(options: EnrolmentOptions): HTMLElement {
  const problem = problemLine('key-problem');
  const place = element('div', {});
  const offers = element('div', { class: 'offers' }, keyOffer(options, problem.show), codeOffer(options, problem.show, place));
  const why = options.view.factor.required
    ? 'Nothing is sent to this index without one. Choose one now; it is asked for at every release from then on.'
    : 'Not needed here, but for PyPI it will be.';
  const parts = [element('p', {}, why), offers, problem.node, place];
  return element('section', { class: 'enrolment', 'aria-label': TITLE }, ...(options.view.factor.required ? opened(parts) : folded(parts)));
}

const TITLE = 'Set up how you approve';

function opened(parts: readonly HTMLElement[]): readonly HTMLElement[] {
  return [element('h2', {}, TITLE), ...parts];
}

/** Where it can wait it does not stand in the way. */
function folded(parts: readonly HTMLElement[]): readonly HTMLElement[] {
  return [element('details', {}, element('summary', {}, TITLE), ...parts)];
}

function keyOffer(options: EnrolmentOptions, onProblem: (problem: PageProblem) => void): HTMLElement {
  const words =
    'It signs the release digest with each touch. A USB key, old U2F keys included, this computer’s own fingerprint or PIN, or your phone.';
  return offer(
    'Security key',
    'stronger',
    words,
    button('Set up a security key', 'primary', () => void enrolKey(options, onProblem)),
  );
}

function codeOffer(options: EnrolmentOptions, onProblem: (problem: PageProblem) => void, place: HTMLElement): HTMLElement {
  const words =
    'Six digits from an authenticator app. An intent check, not a second factor: it stops accidents and programs that press buttons.';
  return offer(
    'Code from a phone',
    'simpler',
    words,
    button('Set up a phone code', 'plain', () => void startCode(options, onProblem, place)),
  );
}

function offer(title: string, mark: string, words: string, choose: HTMLButtonElement): HTMLElement {
  return element(
    'div',
    { class: 'offer' },
    element('h3', {}, title, ' ', element('span', { class: 'mark' }, mark)),
    element('p', {}, words),
    choose,
  );
}

async function enrolKey({ session, onEnrolled, onBusy }: EnrolmentOptions, onProblem: (problem: PageProblem) => void): Promise<void> {
  onBusy('Follow the browser, and touch your security key.', stopWaitingForKey);
  const answer = await enrolWithKey(session);
  const result = 'response' in answer ? await post<ApprovalView>(routes.enrolKey, { response: answer.response }, session) : null;
  onBusy(null);
  if (result?.kind === 'ok') return onEnrolled(result.value);
  onProblem(result?.problem ?? (answer as PageProblem));
}

async function startCode(options: EnrolmentOptions, onProblem: (problem: PageProblem) => void, place: HTMLElement): Promise<void> {
  const answer = await post<CodeEnrolment>(routes.enrolCodeStart, {}, options.session);
  if (answer.kind === 'problem') return onProblem(answer.problem);
  const field = codeField('Code that the app shows now', 'Confirm', code => void confirmCode(options, code, field.problem.show));
  place.replaceChildren(shownSecret(answer.value), field.node);
  announce('Scan the QR code or type the secret into your authenticator app, then type the code it shows.');
  field.focus();
}

/** On white in both themes, since scanners need the contrast. */
function shownSecret({ secret, uri }: CodeEnrolment): HTMLElement {
  const steps = element(
    'div',
    {},
    element('p', {}, 'Scan this with your authenticator app, or type the secret below. It is shown this once.'),
    element('p', {}, element('code', { class: 'secret', translate: 'no' }, secret)),
    element('p', { class: 'hint' }, 'Time-based, six digits, every 30 seconds, SHA-1.'),
  );
  return element('div', { class: 'secret-card' }, qrCode(uri, 'QR code of the secret; the same secret is written beside it'), steps);
}

async function confirmCode(
  { session, onEnrolled }: EnrolmentOptions,
  code: string,
  onProblem: (problem: PageProblem) => void,
): Promise<void> {
  const answer = await post<ApprovalView>(routes.enrolCode, { code }, session);
  if (answer.kind === 'problem') return onProblem(answer.problem);
  onEnrolled(answer.value);
}
