import type { PageProblem } from '../core/messages/pageMessages.ts';
import { visibleText } from '../core/text/visibleText.ts';
import { codeField } from './codeField.ts';
import { approveWithCode, approveWithKey, approveWithoutFactor, type Desk } from './decision.ts';
import { button, element } from './dom.ts';
import { problemLine } from './problemLine.ts';

/** The approving part of the form, for the factor that is enrolled. */
export interface FactorSection {
  readonly node: HTMLElement;
  show(problem: PageProblem): void;
}

export function factorSection(desk: Desk): FactorSection {
  const { enrolled, obstacle } = desk.view.factor;
  if (obstacle !== null) return blockedSection(obstacle);
  if (enrolled === 'key') return keySection(desk);
  return enrolled === 'code' ? codeSection(desk) : { node: element('div', {}), show: () => {} };
}

/** Where no factor is required: TestPyPI and rehearsals. */
export function plainApproval(desk: Desk): HTMLElement {
  const words = 'Here an approval without a security key or a code is enough. Anything that can press this button can approve.';
  const approve = button('Approve', desk.view.factor.enrolled === null ? 'primary' : 'plain', () => void approveWithoutFactor(desk));
  return element('div', { class: 'field' }, approve, element('p', { class: 'hint' }, words));
}

function keySection(desk: Desk): FactorSection {
  const problem = problemLine('key-problem');
  const approve = button('Approve with a security key', 'primary', () => (problem.clear(), void approveWithKey(desk)));
  const hint = element('p', { class: 'hint' }, 'A security key signs the release digest: its touch is good for these files only.');
  return { node: element('div', { class: 'field' }, approve, problem.node, hint), show: told => (problem.show(told), approve.focus()) };
}

function codeSection(desk: Desk): FactorSection {
  const field = codeField('Code from your phone', 'Approve with a code', code => (field.problem.clear(), void approveWithCode(desk, code)));
  const words = 'A code is an intent check, not a second factor: whoever can read this computer’s secret store can compute it.';
  field.node.append(element('p', { class: 'hint' }, words));
  return { node: field.node, show: told => (field.problem.show(told), field.focus()) };
}

function blockedSection(obstacle: string): FactorSection {
  return { node: element('p', { class: 'obstacle', role: 'note' }, visibleText(obstacle)), show: () => {} };
}
