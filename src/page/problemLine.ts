import type { PageProblem } from '../core/messages/pageMessages.ts';
import { visibleText } from '../core/text/visibleText.ts';
import { element } from './dom.ts';
import { timeOfDay } from './words.ts';

/** A place beside a field for what is wrong with it. It is read out when it changes. */
export interface ProblemLine {
  readonly node: HTMLElement;
  show(problem: PageProblem): void;
  clear(): void;
}

export function problemLine(id: string): ProblemLine {
  const node = element('p', { id, class: 'problem', role: 'alert' });
  return {
    node,
    show: problem => (node.textContent = wordsOf(problem)),
    clear: () => (node.textContent = ''),
  };
}

function wordsOf({ problem, nextTryAt }: PageProblem): string {
  const words = visibleText(problem);
  return nextTryAt === undefined ? words : `${words} The next try is possible at ${timeOfDay(nextTryAt)}.`;
}
