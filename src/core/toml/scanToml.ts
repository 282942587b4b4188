import { gapEnd } from './characters.ts';
import { isFull, startScan } from './scan.ts';
import { scanStatement } from './scanStatement.ts';
import type { ScannedToml } from './tomlEntry.ts';

export type { Range, ScannedToml, TomlEntry, TomlHeader } from './tomlEntry.ts';

/** Far longer than any file that people write or lock. What comes behind is not read, so that no file holds an editor up. */
const LONGEST = 8_000_000;

/**
 * Finds every key and value with its place, in TOML 1.1 and in half typed files: what cannot be read is `broken`, and
 * reading goes on behind it. In linear time; what goes beyond 8 MB or 250,000 values is not read.
 */
export function scanToml(text: string): ScannedToml {
  const scan = startScan(text.length > LONGEST ? text.slice(0, LONGEST) : text);
  for (;;) {
    scan.at = gapEnd(scan.text, scan.at);
    if (scan.at >= scan.text.length || isFull(scan)) return { entries: scan.entries, headers: scan.headers };
    scanStatement(scan);
  }
}
