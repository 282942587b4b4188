import type { Span } from '../text/span.ts';
import type { Range, ScannedToml } from '../toml/scanToml.ts';

/** A TOML text in a file, which it fills or stands in as a part (PEP 723). Ranges are of the text, spans of the file. */
export interface PlacedToml {
  /** Relative to the project, with `/`. */
  readonly file: string;
  readonly text: string;
  readonly scanned: ScannedToml;
  spanOf(range: Range): Span;
}
