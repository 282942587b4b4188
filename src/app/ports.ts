import type { Failure } from '../core/failure.ts';
import type { AdvisoryQuestion } from '../core/indexFacts/advisoryQuestions.ts';
import type { AskedIndex } from '../core/indexFacts/askedIndex.ts';
import type { PersonIndexes } from '../core/indexFacts/indexForName.ts';
import type { Advisory } from '../core/indexFacts/indexFacts.ts';
import type { ProjectListing, ReleaseListing } from '../core/indexFacts/projectListing.ts';
import type { IndexProfile } from '../core/indexes/indexProfile.ts';
import type { LockingTool } from '../core/locks/lockingTool.ts';
import type { EndedMessage, NotApprovedReason, UploadOutcome } from '../core/messages/brokerMessages.ts';
import type { NameList } from '../core/names/nameList.ts';
import type { Countersigned, ReleasePlan } from '../core/release/releasePlan.ts';

/**
 * The few interfaces to the world. Every method may throw `Failure` with a code of the closed list, or `Cancelled`
 * where it takes a signal; what else can be absent or go wrong is in its return type.
 */

/** Reads people's folders, and owns the private staging folders. Paths are absolute. */
export interface Files {
  /** Null where there is no such file. Decoded strictly as UTF-8, a byte order mark kept. */
  readText(path: string): Promise<string | null>;
  /** A file's names, without folders and links. Empty where the folder is missing. */
  listRegularFiles(folder: string): Promise<readonly string[]>;
  /** Folders below `root` that hold a `pyproject.toml`, itself included; environments and caches are left out. */
  findProjectFolders(root: string): Promise<readonly string[]>;
  /** A new, empty folder that only this user can enter. */
  makeStagingFolder(): Promise<string>;
  removeStagingFolder(folder: string): Promise<void>;
  /** Copies a regular file into a folder without following links, and refuses anything else. */
  copyRegularFile(fromFolder: string, filename: string, toFolder: string): Promise<void>;
  /** Streams the file; `size` in bytes, `sha256` in lower-case hexadecimal. */
  hash(path: string): Promise<{ readonly size: number; readonly sha256: string }>;
  /** The metadata text (METADATA or PKG-INFO) of a wheel or sdist, or why it cannot be read. */
  readArtifactMetadata(path: string): Promise<{ readonly text: string } | { readonly problem: string }>;
}

/** Reads the files of projects that name dependencies. */
export interface ProjectFiles {
  /**
   * Files below the folder that are wanted, relative to it with `/`, sorted. Environments, caches, hidden folders and
   * folders that are projects of their own are left out. Empty where the folder is missing.
   */
  listBelow(folder: string, isWanted: (path: string) => boolean): Promise<readonly string[]>;
  /** Null where there is no such file; a problem, as a sentence, where it is no text or too much of it. A byte order mark is kept. */
  readDocument(path: string, encoding: DocumentEncoding): Promise<DocumentText | null>;
}

/** Changes people's own files, which a person asked for. */
export interface DocumentWriter {
  /** Replaces the file at once or not at all, as UTF-8, and keeps its mode. Refuses a file that was not UTF-8 before. */
  writeDocument(path: string, text: string): Promise<void>;
}

/** The most downloaded projects, as they ship: read when they are first asked for, and once. */
export type NameLoader = () => Promise<NameList>;

/** Runs the program that wrote a lock, on a copy of a project's files in a private folder. */
export interface LockTools {
  /** The text of `output` afterwards; a problem, as sentences, where the program is missing or does not do it. Throws `Cancelled`. */
  run(
    request: { readonly tool: LockingTool; readonly files: ReadonlyMap<string, string>; readonly output: string },
    signal: AbortSignal,
  ): Promise<{ readonly text: string } | { readonly problem: string }>;
}

/** `utf-8`: strictly; `as-pip`: by byte order mark, then by a PEP 263 comment, then UTF-8. */
export type DocumentEncoding = 'utf-8' | 'as-pip';
export type DocumentText = { readonly text: string } | { readonly problem: string };

/** Builds sdist and wheel in an environment of our own. */
export interface Builder {
  /** Builds the sdist, and the wheel from that sdist, into `intoFolder`. */
  build(projectFolder: string, intoFolder: string, progress: Progress, signal: AbortSignal): Promise<void>;
}

export interface IndexFile {
  readonly filename: string;
  /** Null where the index tells none. */
  readonly sha256: string | null;
}

/** What an index tells of one project. */
export type IndexListing =
  | { readonly kind: 'listed'; readonly files: readonly IndexFile[]; readonly status: string | null }
  | { readonly kind: 'absent' }
  /** The index wants credentials to be read, which are not ours to have here. */
  | { readonly kind: 'closed' };

/** Reads an index's Simple API: JSON (PEP 691), or HTML (PEP 503) where it has only that. */
export interface Index {
  /** Always asks past every cache. A null signal: not to be cancelled. */
  listing(profile: IndexProfile, project: string, signal: AbortSignal | null): Promise<IndexListing>;
}

/** Asks the indexes that a project is installed from. Only `Cancelled` is thrown: what one name cannot be told is no fault of the rest. */
export interface PackageIndex {
  /** Asks one index after the other, each only when those before answered that they have no such project. */
  lookUp(name: string, indexes: readonly AskedIndex[], signal: AbortSignal): Promise<PackageAnswer>;
  /** Who published a release, by the attestations of its files (PEP 740); null where nothing says it, or it cannot be had. */
  publisherOf(release: ReleaseListing, index: AskedIndex, signal: AbortSignal): Promise<string | null>;
  /** What the index itself reports of one release. Null where it cannot be had. */
  vulnerabilities(name: string, version: string, index: AskedIndex, signal: AbortSignal): Promise<DatedAdvisories | null>;
}

export type PackageAnswer =
  /** `fetchedAt`: milliseconds since 1970, some time ago where the index cannot be reached now. */
  | { readonly kind: 'listed'; readonly index: AskedIndex; readonly listing: ProjectListing; readonly fetchedAt: number }
  /** Every index answered 404, twice. */
  | { readonly kind: 'absent'; readonly index: AskedIndex; readonly fetchedAt: number }
  /** `closed`: it wants credentials, which are not ours to have here. */
  | { readonly kind: 'unknown'; readonly index: AskedIndex; readonly reason: 'closed' | 'unreachable' | 'unreadable' };

/** Asks a public database of vulnerabilities and malware (OSV). Only `Cancelled` is thrown. */
export interface Advisories {
  /** In the order of the questions; null where one has no answer, so that it does not pass for "nothing reported". */
  find(questions: readonly AdvisoryQuestion[], signal: AbortSignal): Promise<readonly (DatedAdvisories | null)[]>;
}

export interface DatedAdvisories {
  readonly advisories: readonly Advisory[];
  /** Milliseconds since 1970. */
  readonly fetchedAt: number;
}

/** What a person's own tools are set to: pip's and uv's configuration and environment. */
export interface IndexSettings {
  /** What cannot be read counts as not there. */
  read(): Promise<PersonIndexes>;
}

/** The built-in index, started for one rehearsal. */
export interface RehearsalIndex {
  start(signal: AbortSignal): Promise<{ readonly profile: IndexProfile; readonly controlUrl: string }>;
}

/** The locked room, seen from outside: one broker a publish. */
export interface Broker {
  /** Opens the approval page and waits for the person. */
  countersign(
    plan: ReleasePlan,
    page: PageFacts,
    signal: AbortSignal,
  ): Promise<Countersigned | { readonly notApproved: NotApprovedReason }>;
  /** Sends one artifact with twine. A cancel ends twine's process tree and yields `cancelled`. */
  upload(approved: Countersigned, filename: string, signal: AbortSignal): Promise<UploadOutcome>;
  showVerifying(): void;
  /** Shows the ending on the page and lets the broker go. */
  end(words: Omit<EndedMessage, 'kind'>): void;
  /** Ends the broker at once. */
  close(): void;
}

export interface PageFacts {
  readonly alreadyThere: readonly string[];
  readonly notes: readonly string[];
  readonly rehearsalControlUrl: string | null;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Rejects with `Cancelled`. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** One line that says what is going on now. */
export interface Progress {
  report(message: string): void;
}

/** The log. Secrets are taken out by its one sink; text is escaped there. */
export interface Log {
  info(line: string): void;
  failure(failure: Failure): void;
}

/** What was published, kept in the extension's own storage. */
export interface ReleaseRecords {
  add(record: ReleaseRecord): Promise<void>;
  /** Newest first. */
  all(): Promise<readonly ReleaseRecord[]>;
}

export interface ReleaseRecord {
  readonly index: string;
  readonly uploadUrl: string;
  readonly project: string;
  readonly version: string;
  readonly digest: string;
  readonly artifacts: readonly { readonly filename: string; readonly size: number; readonly sha256: string }[];
  /** ISO 8601, UTC. */
  readonly publishedAt: string;
  readonly verified: boolean;
}
