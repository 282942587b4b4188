import type { Range } from '../toml/scanToml.ts';

const PART = /"(?:[^"\\]|\\.)*"?|'[^']*'?|[^\s."'[\]]+/g;

/** The place of one part of a dotted key or of a header, counted from the end, without its quotes; null where it has fewer. */
export function keyPartRange(text: string, key: Range, partsAfter: number): Range | null {
  const part = [...text.slice(key.start, key.end).matchAll(PART)].at(-1 - partsAfter);
  if (part === undefined) return null;
  const quotes = /^(["']?)[^]*?(\1)$/.exec(part[0]);
  const start = key.start + part.index;
  return { start: start + (quotes?.[1] ?? '').length, end: start + part[0].length - (quotes?.[2] ?? '').length };
}
