import type { PageProblem } from '../core/messages/pageMessages.ts';

/** A person can mend it on the page: it is shown beside the field, and nothing typed is lost. */
export function problem(field: PageProblem['field'], words: string, nextTryAt?: number): PageProblem {
  return { problem: words, field, ...(nextTryAt === undefined ? {} : { nextTryAt }) };
}

export function isProblem(answer: object): answer is PageProblem {
  return 'problem' in answer && 'field' in answer;
}
