import type { Fix } from '../checks/fix.ts';
import type { Span } from '../text/span.ts';

/** What a requirement is for, by the table or file it stands in; rules differ. */
export type RequirementRole = 'main' | 'extra' | 'group' | 'build' | 'constraint' | 'override' | 'requirements' | 'input' | 'script';

/** How firmly a requirement says which release it means; documented, other programs read it. */
export type PinClass =
  | 'none'
  | 'lower'
  | 'upper'
  | 'range'
  | 'compatible'
  | 'exclude-only'
  | 'wildcard'
  | 'exact'
  | 'exact-plus'
  | 'url'
  | 'vcs-sha'
  | 'vcs-mutable';

export const specifierOperators = ['===', '~=', '==', '!=', '<=', '>=', '<', '>'] as const;
export type SpecifierOperator = (typeof specifierOperators)[number];

/** One clause of a specifier (PEP 440): `>=2.31`. The version is as written, without white space. */
export interface SpecifierClause {
  readonly operator: SpecifierOperator;
  readonly version: string;
}

/** Where a requirement points when it names no index's release. `path`: a file or folder beside the project. */
export interface DirectReference {
  readonly kind: 'archive' | 'vcs' | 'path';
  /** As written, without the fragment's hashes; for a path the path. */
  readonly url: string;
  /** The commit, tag or branch of a VCS reference; null where none is named, or it is none. */
  readonly revision: string | null;
  /** The hashes in the URL's fragment: `#sha256=…`. */
  readonly hashes: readonly WrittenHash[];
  readonly span: Span;
}

/** A digest that a file gives for an artifact. `algorithm` is lower case; `digest` as written. */
export interface WrittenHash {
  readonly algorithm: string;
  readonly digest: string;
  /** Of the whole option, `--hash=sha256:…`, or of the fragment's part. */
  readonly span: Span;
}

/** Which way a version constraint is written, for whoever edits it: `requests>=2`, or `requests = "^2"`. */
export type RequirementSyntax = 'pep508' | 'poetry' | 'pipfile';

/** One requirement where it stands. What cannot be read is null, with the `problem`; parsing never throws. */
export interface Requirement {
  /** Relative to the project, with `/`. */
  readonly file: string;
  /** The table or kind of file, as the command line's documentation lists them. */
  readonly section: string;
  readonly role: RequirementRole;
  readonly syntax: RequirementSyntax;
  /** The requirement as a reader sees it: escapes decoded, without quotes, comment and options. */
  readonly raw: string;
  /** What a mark covers: `raw` in the file. In a Poetry table: from the key to the end of the value. */
  readonly span: Span;
  /** PEP 503 normalised. */
  readonly name: string | null;
  readonly nameSpan: Span | null;
  readonly extras: readonly string[];
  /** As PEP 440, Poetry's operators translated; `clauses` joined by commas, empty for none. */
  readonly specifier: string;
  readonly clauses: readonly SpecifierClause[];
  /** Where the version constraint stands; empty, at the place for one, where there is none. Null where no constraint can stand. */
  readonly specifierSpan: Span | null;
  readonly reference: DirectReference | null;
  readonly marker: string | null;
  readonly pin: PinClass;
  /** Null when it is valid. `repair` turns it into what was most likely meant. */
  readonly problem: RequirementProblem | null;
  /** `--hash` options of its logical line, in requirements files. */
  readonly hashes: readonly WrittenHash[];
  readonly isEditable: boolean;
}

export interface RequirementProblem {
  readonly message: string;
  readonly span: Span;
  readonly repair: Fix | null;
}
