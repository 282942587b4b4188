import type { Range } from '../toml/scanToml.ts';
import { visibleText } from '../text/visibleText.ts';
import type { RangeRepair, SyntaxProblem } from './parsedRequirement.ts';

const LONGEST = 60;

export function syntaxProblem(message: string, range: Range, repair: RangeRepair | null = null): SyntaxProblem {
  return { message, range, repair };
}

/** Part of a file as a message may show it: visible, short, in quotes. */
export function quoted(text: string): string {
  return `"${visibleText(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)}"`;
}

export function replacement(text: string, range: Range, newText: string): RangeRepair {
  return { title: `Replace ${quoted(text.slice(range.start, range.end))} with ${quoted(newText)}`, range, newText };
}

export function insertion(offset: number, newText: string): RangeRepair {
  return { title: `Insert ${quoted(newText)}`, range: { start: offset, end: offset }, newText };
}
