import { linesOf } from '../text/lines.ts';
import { scanToml } from '../toml/scanToml.ts';
import type { PlacedToml } from './placedToml.ts';

/** A file that is TOML from its beginning to its end. */
export function wholeToml(file: string, text: string): PlacedToml {
  const lines = linesOf(text);
  return { file, text, scanned: scanToml(text), spanOf: ({ start, end }) => lines.spanOf(start, end) };
}
