import type { TextProblem } from '../project/parseToml.ts';
import type { ScannedToml } from '../toml/scanToml.ts';
import type { Span } from '../text/span.ts';
import type { Requirement } from './requirement.ts';

/** The kinds of files that name dependencies; documented, other programs read them. */
export type DocumentKind = 'pyproject' | 'requirements' | 'constraints' | 'input' | 'script' | 'pipfile';
export type LockKind = 'uv-lock' | 'poetry-lock' | 'pdm-lock' | 'pipfile-lock' | 'pylock';

/** A file that names dependencies, as far as it can be read; half typed files too. */
export interface DependencyDocument {
  /** Relative to the project, with `/`. */
  readonly file: string;
  readonly kind: DocumentKind;
  readonly text: string;
  readonly requirements: readonly Requirement[];
  /** Where it is no TOML. */
  readonly problems: readonly TextProblem[];
  readonly indexes: readonly IndexReference[];
  readonly suppressions: readonly SuppressionComment[];
  /** `-r` and `-c` of requirements files. */
  readonly includes: readonly FileInclude[];
  /** Dependency groups (PEP 735), and Poetry's own. */
  readonly groups: readonly DependencyGroup[];
  /** Options of requirements files that rules look at. */
  readonly options: readonly FileOption[];
  /** The places of every key and value; null in requirements files. Of a script: of the block, placed in the file. */
  readonly toml: ScannedToml | null;
}

/** An index that a file names. */
export interface IndexReference {
  readonly url: string;
  readonly span: Span;
  /** `explicit`: used only for packages that ask for it by name (uv). `links`: a page or folder of files. */
  readonly role: 'primary' | 'extra' | 'explicit' | 'links';
  readonly name: string | null;
  /** Where verification is switched off (`verify_ssl = false`). */
  readonly unverifiedSpan: Span | null;
}

/** `# countersign: ignore[dep/unpinned, …] reason`. It speaks for the requirement on its line, or on the next where it stands alone. */
export interface SuppressionComment {
  readonly rules: readonly string[];
  readonly reason: string;
  /** Counts from 0: the line it speaks for. */
  readonly line: number;
  readonly span: Span;
}

export interface FileInclude {
  readonly kind: 'requirements' | 'constraints';
  /** Relative to the project, with `/` and without `..` where it can be had; null where it cannot be followed (a URL, a variable). */
  readonly target: string | null;
  readonly written: string;
  readonly span: Span;
}

export interface DependencyGroup {
  /** Poetry's groups may include the standard's as well; the standard knows only its own. */
  readonly kind: 'standard' | 'poetry';
  /** As written. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly includes: readonly { readonly group: string; readonly span: Span }[];
}

export interface FileOption {
  /** Long form: `--require-hashes`, `--trusted-host`, … */
  readonly name: string;
  readonly value: string | null;
  readonly span: Span;
}
