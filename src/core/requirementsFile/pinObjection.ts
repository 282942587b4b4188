import type { Span } from '../text/span.ts';

/** Why an installer refuses a file in its hash-checking mode, at its place. */
export interface PinObjection {
  readonly file: string;
  readonly span: Span;
  readonly why: string;
}
