import type { Profile } from '../project/projectProfile.ts';
import type { Pyproject } from '../project/pyproject.ts';
import type { Span } from '../text/span.ts';

/** What a check looks at. A surface runs the checks whose needs it can meet. */
export type Need = 'document' | 'lock' | 'index' | 'artifacts' | 'git' | 'now';

/** From the gravest to the slightest. */
export const severities = ['error', 'warning', 'info', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** Stable for ever: settings, suppressions, documentation and SARIF use them. The area, then the fault. */
export type CheckId = 'config/invalid' | 'toml/syntax';

/** Gathered before a check runs, so that none waits, fetches or knows the time. What nobody gathers yet has no shape, and no check can read it. */
export interface Facts extends Readonly<Record<Need, unknown>> {
  readonly document: DocumentFacts;
}

export interface DocumentFacts {
  /** Null in a folder without one. */
  readonly pyproject: Pyproject | null;
  /** Countersign's own version, with which a project may be choosy. */
  readonly ownVersion: string;
}

/** One rule, pure and synchronous. */
export interface Check<N extends Need> {
  readonly id: CheckId;
  /** The good state, as a line of a checklist. */
  readonly title: string;
  readonly severity: Readonly<Record<Profile, Severity | 'off'>>;
  readonly needs: readonly N[];
  run(facts: Pick<Facts, N>, profile: Profile): Iterable<Finding>;
}

/** A fault at its place. Paths are relative to the project, with `/`. */
export interface Finding {
  readonly message: string;
  readonly file: string;
  readonly span: Span;
  /** Only where it differs from the check's own. */
  readonly severity?: Severity;
  /** The package that it is about, normalised. */
  readonly package?: string;
  /** The row of the documentation's table of PyPI's rejections that it predicts. */
  readonly rejection?: string;
  readonly fixes?: readonly Fix[];
}

/** A repair that a person may choose, as edits of text. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

export interface TextEdit {
  readonly file: string;
  readonly span: Span;
  readonly newText: string;
}
