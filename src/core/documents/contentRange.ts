import type { Range, TomlEntry } from '../toml/scanToml.ts';

/** Of the text in a string, without white space around it; of an empty one the string with its quotes. */
export function contentRange(entry: TomlEntry): Range {
  const text = String(entry.value);
  const start = text.length - text.trimStart().length;
  return start === text.length ? entry.range : entry.rangeOf(start, text.trimEnd().length);
}
