import type { IndexReference, LockKind } from '../documents/dependencyDocument.ts';
import type { TextProblem } from '../project/parseToml.ts';
import type { Span } from '../text/span.ts';

/** A lock file, as far as it can be read. What is too new or broken to be known is not checked, and never clean. */
export interface LockDocument {
  readonly file: string;
  readonly kind: LockKind;
  readonly text: string;
  /** The format's own version, as written. */
  readonly formatVersion: string | null;
  readonly formatVersionSpan: Span;
  readonly isSupported: boolean;
  readonly packages: readonly LockedPackage[];
  readonly indexes: readonly IndexReference[];
  readonly problems: readonly TextProblem[];
  /** uv: the projects of the workspace that was locked, normalised; the project itself among them. */
  readonly members?: readonly string[];
  /** uv: what else of the project was locked. */
  readonly manifest?: LockManifest;
  /** PDM: the groups of dependencies that were locked, normalised; `default` is the project's own. Elsewhere all are. */
  readonly groups?: readonly string[];
}

/** Empty where the lock tells of none. */
export interface LockManifest {
  readonly constraints: readonly LockedRequirement[];
  readonly overrides: readonly LockedRequirement[];
  readonly buildConstraints: readonly LockedRequirement[];
}

export interface LockedPackage {
  /** PEP 503 normalised. */
  readonly name: string;
  /** Without `==`; null where the lock has none. */
  readonly version: string | null;
  /** What stands in place of one version: `*`, `>=8`. */
  readonly looseVersion?: string;
  /** Where its name stands. */
  readonly span: Span;
  readonly source: LockSource;
  readonly artifacts: readonly LockedArtifact[];
  /** uv: what the locked project asked for when it was locked, as requirements (name and specifier); null elsewhere. */
  readonly requires: readonly LockedRequirement[] | null;
}

export interface LockSource {
  /** `editable`, `virtual` and `directory` are folders, the project itself among them. */
  readonly kind: 'registry' | 'url' | 'vcs' | 'file' | 'directory' | 'editable' | 'virtual';
  readonly url: string | null;
  /** The commit of a VCS checkout. */
  readonly commit: string | null;
  readonly span: Span | null;
}

export interface LockedArtifact {
  readonly filename: string | null;
  readonly url: string | null;
  /** Lower case; null where there is none. */
  readonly hashes: readonly { readonly algorithm: string; readonly digest: string }[];
  readonly span: Span;
}

export interface LockedRequirement {
  readonly name: string;
  readonly specifier: string;
  readonly marker: string | null;
  readonly extras: readonly string[];
  /** The dependency group that names it; null for the project's dependencies and extras. */
  readonly group: string | null;
  /** Where it was asked for from elsewhere than an index: an address, or a path. */
  readonly url: string | null;
}
