import type { ApprovalView, PageProblem } from '../core/messages/pageMessages.ts';
import { visibleText } from '../core/text/visibleText.ts';
import { judgeToken } from '../core/tokens/judgeToken.ts';
import { element } from './dom.ts';
import { problemLine } from './problemLine.ts';

/** Takes the token from the person. It stays in its field, so that no mistake elsewhere makes them paste it again. */
export interface TokenField {
  readonly node: HTMLElement;
  /** As typed; null where the broker has one of its own, undefined where the field must be filled in first. */
  read(): string | null | undefined;
  show(problem: PageProblem): void;
}

export function tokenField(view: ApprovalView): TokenField {
  return view.token === 'offered' ? offeredToken() : askedToken(view);
}

function offeredToken(): TokenField {
  const node = element('p', { class: 'offered' }, 'The built-in index uses a token of its own. None of yours is needed.');
  return { node, read: () => null, show: () => {} };
}

function askedToken({ profile }: ApprovalView): TokenField {
  const label = element('label', { for: 'token' }, profile.tokenLocation === null ? 'Password or API token' : 'API token');
  const input = element('input', { ...attributes, 'aria-describedby': 'token-scope token-problem token-hint' });
  const scope = element('p', { id: 'token-scope', class: 'scope', 'aria-live': 'polite' });
  const problem = problemLine('token-problem');
  const hint = element(
    'p',
    { id: 'token-hint', class: 'hint' },
    'It is used for this upload, kept in the broker’s memory until then, and stored nowhere.',
  );
  const judge = (): boolean => {
    const verdict = judgeToken(input.value, profile, Date.now());
    scope.textContent = verdict.ok && profile.tokenLocation !== null ? visibleText(`A token of ${profile.name}, ${verdict.scope}.`) : '';
    if (verdict.ok) problem.clear();
    else problem.show({ field: 'token', problem: verdict.problem });
    input.setAttribute('aria-invalid', String(!verdict.ok));
    return verdict.ok;
  };
  input.addEventListener('input', judge);
  return {
    node: element('div', { class: 'field' }, label, input, scope, problem.node, hint),
    read: () => (judge() ? input.value : (input.focus(), undefined)),
    show(told) {
      problem.show(told);
      input.setAttribute('aria-invalid', 'true');
      input.focus();
    },
  };
}

/** A password field, so that it is masked and no spelling service sees it; no password manager is invited. */
const attributes = {
  id: 'token',
  type: 'password',
  autocomplete: 'off',
  autocapitalize: 'none',
  spellcheck: 'false',
  'data-1p-ignore': '',
  'data-lpignore': 'true',
};
