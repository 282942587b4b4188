import { element } from './dom.ts';
import type { ProblemLine } from './problemLine.ts';
import { problemLine } from './problemLine.ts';

/** A field for six digits with its button; the Enter key presses it. */
export interface CodeField {
  readonly node: HTMLFormElement;
  readonly problem: ProblemLine;
  focus(): void;
}

export function codeField(label: string, action: string, onCode: (code: string) => void): CodeField {
  const problem = problemLine('code-problem');
  const input = element('input', { ...attributes, 'aria-describedby': 'code-problem' });
  const row = element('div', { class: 'row' }, input, element('button', { type: 'submit', class: 'primary' }, action));
  const node = element('form', { class: 'field', novalidate: '' }, element('label', { for: 'code' }, label), row, problem.node);
  node.addEventListener('submit', event => {
    event.preventDefault();
    onCode(input.value);
  });
  return { node, problem, focus: () => (input.focus(), input.select()) };
}

const attributes = {
  id: 'code',
  type: 'text',
  inputmode: 'numeric',
  autocomplete: 'one-time-code',
  maxlength: '16',
  size: '10',
  spellcheck: 'false',
};
