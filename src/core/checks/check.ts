import type { DependencyDocument } from '../documents/dependencyDocument.ts';
import type { IndexFacts } from '../indexFacts/indexFacts.ts';
import type { LockDocument } from '../locks/lockDocument.ts';
import type { NameList } from '../names/nameList.ts';
import type { Profile } from '../project/projectProfile.ts';
import type { Pyproject } from '../project/pyproject.ts';
import type { Span } from '../text/span.ts';
import type { Fix } from './fix.ts';

export type { Fix, TextEdit } from './fix.ts';

/** What a check looks at. A surface runs the checks whose needs it can meet. */
export type Need = 'document' | 'lock' | 'names' | 'index' | 'artifacts' | 'git' | 'now';

/** From the gravest to the slightest. */
export const severities = ['error', 'warning', 'info', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** Stable for ever: settings, suppressions, documentation and SARIF use them. The area, then the fault. In the order of their rank. */
export const checkIds = [
  'toml/syntax',
  'dep/invalid-requirement',
  'dep/typosquat',
  'dep/direct-reference',
  'dep/local-path',
  'dep/exact-pin-in-library',
  'dep/no-lower-bound',
  'dep/upper-cap-in-library',
  'dep/unpinned',
  'dep/not-hashed',
  'dep/wildcard-pin',
  'dep/hash-portability',
  'dep/weak-hash',
  'dep/malformed-hash',
  'dep/hash-mismatch',
  'dep/url-no-hash',
  'dep/vcs-mutable-ref',
  'dep/vcs-unhashable',
  'dep/editable',
  'dep/duplicate',
  'dep/conflict',
  'dep/include-missing',
  'dep/include-cycle',
  'dep/group-missing',
  'dep/group-cycle',
  'dep/yanked',
  'dep/vulnerable',
  'dep/nonexistent',
  'dep/malicious',
  'dep/quarantined',
  'dep/archived',
  'dep/provenance-lost',
  'dep/too-new',
  'build/missing-build-system',
  'build/unbounded-requires',
  'build/no-build-constraints',
  'index/insecure',
  'index/trusted-host',
  'index/credentials',
  'index/extra',
  'lock/missing',
  'lock/stale',
  'lock/unhashed',
  'lock/unpinned',
  'lock/weak-hash',
  'lock/no-version',
  'lock/vcs',
  'lock/path',
  'lock/foreign-url',
  'lock/unsupported-version',
  'dyn/dependencies',
  'config/stale-ignore',
  'config/invalid',
] as const;
export type CheckId = (typeof checkIds)[number];

/** Gathered before a check runs, so that none waits, fetches or knows the time. What nobody gathers yet has no shape, and no check can read it. */
export interface Facts extends Readonly<Record<Need, unknown>> {
  readonly document: DocumentFacts;
  readonly lock: readonly LockDocument[];
  readonly names: NameFacts;
  readonly index: IndexFacts;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What names are compared with. What indexes tell of them is taken where they were asked, and never waited for. */
export interface NameFacts {
  readonly list: NameList;
  /** Null where none was asked. */
  readonly index: IndexFacts | null;
  /** Milliseconds since 1970; null where nobody tells the time. */
  readonly now: number | null;
}

export interface DocumentFacts {
  /** Null in a folder without one. */
  readonly pyproject: Pyproject | null;
  /** Every file of the project that names dependencies, `pyproject.toml` and included files too. */
  readonly documents: readonly DependencyDocument[];
  /** Names of the files in the project's own folder. */
  readonly filesBeside: readonly string[];
  readonly pinning: Pinning;
  /** Countersign's own version, with which a project may be choosy. */
  readonly ownVersion: string;
}

/** How pins are looked at: `advice` is the table of severities, `strict` takes the application's column for all, `off` leaves them out. */
export const pinnings = ['advice', 'strict', 'off'] as const;
export type Pinning = (typeof pinnings)[number];

/** One rule, pure and synchronous. */
export interface Check<N extends Need> {
  readonly id: CheckId;
  /** The good state, as a line of a checklist. */
  readonly title: string;
  readonly severity: Readonly<Record<Profile, Severity | 'off'>>;
  /** Only where it differs when a release is about to be made. */
  readonly severityAtRelease?: Readonly<Record<Profile, Severity | 'off'>>;
  readonly documentation: CheckDocumentation;
  readonly needs: readonly N[];
  run(facts: Pick<Facts, N>, profile: Profile): Iterable<Finding>;
}

/** For a person who meets the rule for the first time, as plain sentences. */
export interface CheckDocumentation {
  /** What the rule marks. */
  readonly what: string;
  /** What happens to somebody if it stays. */
  readonly why: string;
  readonly mend: string;
  /** What one key press does about it; absent where a person has to do it. */
  readonly quickFix?: string;
  /** Standards and reports: a name, or a web address. */
  readonly sources: readonly string[];
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
