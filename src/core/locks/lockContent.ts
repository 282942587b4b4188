import type { IndexReference } from '../documents/dependencyDocument.ts';
import { normalizeName } from '../names/normalizeName.ts';
import type { Span } from '../text/span.ts';
import type { LockedArtifact, LockedPackage, LockManifest, LockSource } from './lockDocument.ts';
import { entriesOf, tableIn, textIn, type LockTable, type LockText, type LockWord } from './lockTree.ts';

/** One format of locks. The packages are read one by one, then what stands around them. */
export interface LockFormat {
  readonly language: 'toml' | 'json';
  /** The list of tables that holds the packages; null where they stand otherwise. */
  readonly packagesKey: string | null;
  /** Null where it has no name, as while it is typed. */
  readPackage(table: LockTable, spanOf: SpanOf): LockedPackage | null;
  readRest(root: LockTable, packages: readonly LockedPackage[], spanOf: SpanOf): LockContent;
}

export interface LockContent {
  readonly formatVersion: LockText | LockWord | null;
  readonly isSupported: boolean;
  readonly packages: readonly LockedPackage[];
  readonly indexes: readonly IndexReference[];
  readonly members?: readonly string[];
  readonly manifest?: LockManifest;
  readonly groups?: readonly string[];
}

/** The place of what a scanner found. */
export type SpanOf = (start: number, end: number) => Span;

/** The name of a package, and where it stands; null where it has none. */
export function nameIn(table: LockTable, spanOf: SpanOf): Pick<LockedPackage, 'name' | 'span'> | null {
  const text = textIn(table, 'name');
  return text && { name: normalizeName(text.text), span: spanOf(text.start, text.end) };
}

/** `8.1` and `==8.1` are versions; `*`, `^8` and `>=8` stand in place of one. */
export function readVersion(text: string | null): Pick<LockedPackage, 'version' | 'looseVersion'> {
  if (text === null) return { version: null };
  const version = text.startsWith('=') ? text.replace(/^={2,3}\s*/, '').trim() : text;
  return /[*<>=~^,|]/.test(version) ? { version: null, looseVersion: text } : { version };
}

const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/i;

/** A whole commit of Git, of SHA-1 or SHA-256; null for a branch, a tag or a part of one. */
export function gitCommit(written: Pick<LockText, 'text'> | null): string | null {
  return written !== null && COMMIT.test(written.text) ? written.text : null;
}

/** A file that the lock names, in the fields that the formats share. */
export function artifactIn(table: LockTable, spanOf: SpanOf): LockedArtifact {
  return new ArtifactInTable(table, spanOf);
}

/** A lock names thousands, and of few is more asked than the hashes: the rest is worked out then. */
class ArtifactInTable implements LockedArtifact {
  readonly url: string | null;
  readonly hashes: LockedArtifact['hashes'];
  readonly #name: string | null;
  readonly #place: string | null;
  readonly #start: number;
  readonly #end: number;
  readonly #spanOf: SpanOf;

  constructor(table: LockTable, spanOf: SpanOf) {
    this.url = textIn(table, 'url')?.text ?? null;
    this.hashes = hashesIn(table);
    this.#name = (textIn(table, 'file') ?? textIn(table, 'filename') ?? textIn(table, 'name'))?.text ?? null;
    this.#place = this.url ?? textIn(table, 'path')?.text ?? null;
    this.#start = table.start;
    this.#end = table.end;
    this.#spanOf = spanOf;
  }

  get filename(): string | null {
    return this.#name ?? (this.#place === null ? null : lastSegment(this.#place));
  }

  get span(): Span {
    return this.#spanOf(this.#start, this.#end);
  }
}

/** `sha256:…`; null where it names no algorithm, or no digest. */
export function readHash(text: string): { readonly algorithm: string; readonly digest: string } | null {
  const colon = text.indexOf(':');
  if (colon < 1 || colon === text.length - 1) return null;
  return { algorithm: text.slice(0, colon).toLowerCase(), digest: text.slice(colon + 1).toLowerCase() };
}

/** A source of which the lock tells a kind and one place. */
export function sourceAt(kind: LockSource['kind'], place: LockText | null, spanOf: SpanOf, commit: string | null = null): LockSource {
  return { kind, url: place?.text ?? null, commit, span: place && spanOf(place.start, place.end) };
}

/** Where a path leads, by its ending: an archive, or a folder. */
export function pathKind(path: string): 'file' | 'directory' {
  return /\.(?:whl|zip|tar\.[a-z0-9]+|tgz)$/i.test(path) ? 'file' : 'directory';
}

/** The indexes that packages come from, each where it is named first. */
export function indexesOf(packages: readonly LockedPackage[]): readonly IndexReference[] {
  const indexes = new Map<string, IndexReference>();
  for (const { source } of packages) {
    if (source.kind !== 'registry' || source.url === null || source.span === null || indexes.has(source.url)) continue;
    indexes.set(source.url, { url: source.url, span: source.span, role: 'primary', name: null, unverifiedSpan: null });
  }
  return [...indexes.values()];
}

function hashesIn(table: LockTable): LockedArtifact['hashes'] {
  const written = textIn(table, 'hash');
  if (written) {
    const hash = readHash(written.text);
    return hash === null ? [] : [hash];
  }
  const hashes = tableIn(table, 'hashes');
  if (hashes === null) return [];
  return entriesOf(hashes).flatMap(([{ text: algorithm }, value]) =>
    value.kind === 'text' && value.text !== '' ? [{ algorithm: algorithm.toLowerCase(), digest: value.text.toLowerCase() }] : [],
  );
}

/** Without a query and a fragment. */
function lastSegment(place: string): string {
  const hasMore = place.includes('#') || place.includes('?');
  const path = hasMore ? place.slice(0, place.search(/[?#]/)) : place;
  return path.slice(path.lastIndexOf('/') + 1);
}
