import type { ApprovalView } from '../core/messages/pageMessages.ts';
import { visibleText } from '../core/text/visibleText.ts';
import { element } from './dom.ts';
import { indexMeanings } from './words.ts';

/** The loudest thing on the page: where the release goes. Name, pattern and words differ, not colour alone. */
export function indexBanner({ profile }: ApprovalView): HTMLElement {
  const { badge, meaning } = indexMeanings[profile.kind];
  return element(
    'header',
    { class: `banner ${profile.kind}` },
    element('p', { class: 'brand' }, 'Countersign'),
    element('p', { class: 'index-name' }, visibleText(profile.name)),
    element('p', { class: 'index-meaning' }, element('strong', { class: 'badge' }, badge), ' ', meaning),
    element('p', { class: 'index-address' }, 'Upload address ', element('code', {}, visibleText(rawAddress(profile.uploadUrl)))),
  );
}

/** With the host as it travels: a name in look-alike letters shows its `xn--` form. */
function rawAddress(url: string): string {
  return URL.canParse(url) ? new URL(url).href : url;
}
