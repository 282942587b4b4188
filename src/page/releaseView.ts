import type { ApprovalView, ViewedArtifact } from '../core/messages/pageMessages.ts';
import { visibleText } from '../core/text/visibleText.ts';
import { element } from './dom.ts';
import { hashText } from './hashText.ts';
import { sizeInWords } from './words.ts';

/** What is being approved: each file with its whole hash, the digest over all of it, and what is worth knowing. */
export function releaseView(view: ApprovalView): readonly HTMLElement[] {
  const heading = element('h2', { id: 'files' }, view.artifacts.length === 1 ? 'One file' : `${view.artifacts.length} files`);
  const files = element('ul', { class: 'files', 'aria-labelledby': 'files' }, ...view.artifacts.map(artifactItem));
  return [...notes(view.notes), element('section', { class: 'card' }, heading, files, digestLine(view.digest))];
}

/** `Publish demo 1.2.0`, with the two parts that matter made to stand out. */
export function releaseName(view: ApprovalView): readonly (HTMLElement | string)[] {
  return [
    element('span', { class: 'project' }, visibleText(view.project)),
    ' ',
    element('span', { class: 'version' }, visibleText(view.version)),
  ];
}

function artifactItem({ filename, size, sha256, alreadyThere }: ViewedArtifact): HTMLElement {
  const mark = alreadyThere ? element('span', { class: 'mark' }, 'already there, not sent again') : null;
  return element(
    'li',
    {},
    element('p', { class: 'file' }, element('span', { class: 'filename', translate: 'no' }, visibleText(filename)), mark),
    element('p', { class: 'size' }, sizeInWords(size)),
    element(
      'p',
      { class: 'sum' },
      element('span', { class: 'label' }, 'SHA-256'),
      ' ',
      hashText(sha256, `SHA-256 of ${visibleText(filename)}`),
    ),
  );
}

function digestLine(digest: string): HTMLElement {
  return element(
    'p',
    { class: 'digest' },
    element('span', { class: 'label' }, 'Release digest'),
    ' ',
    hashText(digest, 'release digest'),
    element('span', { class: 'hint' }, 'One SHA-256 over index, project, version and all files. This is what you countersign.'),
  );
}

function notes(sentences: readonly string[]): readonly HTMLElement[] {
  if (sentences.length === 0) return [];
  return [
    element(
      'ul',
      { class: 'notes', 'aria-label': 'Worth knowing' },
      ...sentences.map(sentence => element('li', {}, visibleText(sentence))),
    ),
  ];
}
