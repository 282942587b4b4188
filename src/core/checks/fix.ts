import type { Span } from '../text/span.ts';

/** A repair that a person may choose, as edits of text. */
export interface Fix {
  readonly title: string;
  /** Where a person has to see the difference first: never applied by "fix all" or `--fix`. */
  readonly needsReview?: boolean;
  /** Where a person has to choose it, but its title says it all: never applied by "fix all" or `--fix` either. */
  readonly needsChoice?: boolean;
  readonly edits: readonly TextEdit[];
}

export interface TextEdit {
  readonly file: string;
  readonly span: Span;
  readonly newText: string;
}
