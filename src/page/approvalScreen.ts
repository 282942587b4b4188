import type { ApprovalView, PageProblem } from '../core/messages/pageMessages.ts';
import { refuse, type Desk, type OnBusy } from './decision.ts';
import { announce, button, element, showPage } from './dom.ts';
import { enrolmentSection } from './enrolmentSection.ts';
import { factorSection, plainApproval, type FactorSection } from './factorSection.ts';
import { indexBanner } from './indexBanner.ts';
import { problemLine } from './problemLine.ts';
import { releaseName, releaseView } from './releaseView.ts';
import { tokenField } from './tokenField.ts';
import { indexMeanings, minuteOfDay } from './words.ts';

/** The page as it waits for a person: what goes where, the token, and one decision. */
export function showApproval(session: string, view: ApprovalView): void {
  const heading = element('h1', {}, 'Publish ', ...releaseName(view));
  const footnote = element('p', { class: 'footnote' }, indexMeanings[view.profile.kind].footnote);
  const main = element('main', {}, heading, ...releaseView(view), decisionForm(session, view), footnote, deadline(view));
  showPage(heading, indexBanner(view), main);
}

function decisionForm(session: string, view: ApprovalView): HTMLElement {
  const token = tokenField(view);
  const problem = problemLine('page-problem');
  const busy = element('p', { class: 'busy', role: 'status' });
  const place = element('div', { class: 'factor' });
  const form = element('section', { class: 'decision', 'aria-label': 'Your decision' }, token.node, place, problem.node, busy);
  const onBusy: OnBusy = (what, stop) => setBusy(form, busy, what, stop);
  let factor: FactorSection | null = null;
  const onProblem = (told: PageProblem): void => {
    problem.clear();
    if (told.field === 'token') token.show(told);
    else if (told.field === 'page') problem.show(told);
    else factor?.show(told);
  };
  const furnish = (current: ApprovalView): void => {
    const desk: Desk = { session, view: current, readToken: token.read, onProblem, onBusy };
    factor = factorSection(desk);
    const onEnrolled = (next: ApprovalView): void => enrolled(next, furnish, place);
    const enrolment = current.factor.enrolled === null ? enrolmentSection({ session, view: current, onEnrolled, onBusy }) : null;
    const plain = current.factor.required ? null : plainApproval(desk);
    place.replaceChildren(...[factor.node, plain, enrolment].filter(part => part !== null));
  };
  furnish(view);
  form.append(refusal({ session, view, readToken: token.read, onProblem, onBusy }));
  return form;
}

function enrolled(view: ApprovalView, furnish: (view: ApprovalView) => void, place: HTMLElement): void {
  furnish(view);
  announce(
    view.factor.enrolled === 'key'
      ? 'The security key is set up. Approve with it now.'
      : 'The phone code is set up. Approve with the next code it shows.',
  );
  const words =
    view.factor.enrolled === 'key' ? 'The security key is set up.' : 'The phone code is set up. The next code it shows approves.';
  place.prepend(element('p', { class: 'done' }, words));
  // Only where the focus was lost with what it was on: somebody may be typing the token meanwhile.
  if (document.activeElement === document.body) place.querySelector<HTMLElement>('input, button')?.focus();
}

function refusal(desk: Desk): HTMLElement {
  const press = button('Refuse', 'quiet', () => void refuse(desk));
  press.classList.add('refuse');
  return element('p', { class: 'refusal' }, press, element('span', { class: 'hint' }, 'Nothing is uploaded then.'));
}

/** Fields keep what was typed, and a release can be refused at any time; nothing else is pressed while a request is under way. */
function setBusy(form: HTMLElement, line: HTMLElement, what: string | null, stop?: () => void): void {
  form.setAttribute('aria-busy', String(what !== null));
  for (const pressed of form.querySelectorAll<HTMLButtonElement>('button:not(.refuse)')) pressed.disabled = what !== null;
  line.replaceChildren(...(what === null ? [] : stop ? [what, ' ', button('Stop waiting', 'quiet', stop)] : [what]));
}

function deadline({ expiresAt }: ApprovalView): HTMLElement {
  return element('p', { class: 'footnote' }, `This page waits for you until ${minuteOfDay(expiresAt)}.`);
}
