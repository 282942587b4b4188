import { visibleText } from './visibleText.ts';

const LONGEST = 300;

/** Untrusted text as one visible, bounded sentence; empty stays empty. */
export function sentence(text: string): string {
  const line = visibleText(text.replace(/\s+/g, ' ').trim()).slice(0, LONGEST);
  return line === '' || /[.!?]$/.test(line) ? line : `${line}.`;
}
