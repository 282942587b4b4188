import type { ApprovalView, EndedState } from '../core/messages/pageMessages.ts';
import { visibleText } from '../core/text/visibleText.ts';
import { element, showPage } from './dom.ts';
import { indexBanner } from './indexBanner.ts';
import { doneWords, fileList, type Files } from './progressScreen.ts';

const signs = { good: '✓', bad: '!', neutral: '–' } as const;

/** The last page, whatever happened. It needs no broker any more. */
export function showEnding(ending: Omit<EndedState, 'state'>, view: ApprovalView | null, files: Files): void {
  const heading = element('h1', {}, visibleText(ending.title));
  const main = element(
    'main',
    { class: `ending ${ending.tone}` },
    element('p', { class: 'sign', 'aria-hidden': 'true' }, signs[ending.tone]),
    heading,
    element('p', { class: 'detail' }, visibleText(ending.detail)),
    files.length > 0 ? fileList(files, doneWords) : null,
    safeLink(ending.link),
    element('p', { class: 'footnote' }, 'This page can be closed.'),
  );
  showPage(heading, ...(view === null ? [] : [indexBanner(view)]), main);
}

/** Web addresses only: anything else could run something. */
function safeLink(link: EndedState['link']): HTMLElement | null {
  if (link === null || !/^https?:\/\//i.test(link.url)) return null;
  return element('p', {}, element('a', { href: link.url, class: 'link', rel: 'noopener noreferrer' }, visibleText(link.title)));
}
