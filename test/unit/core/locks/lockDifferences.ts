import toml from 'toml';

import { readLock } from '../../../../src/core/locks/readLock.ts';
import { entriesOf, type LockValue } from '../../../../src/core/locks/lockTree.ts';
import { scanLock } from '../../../../src/core/locks/scanLock.ts';
import { linesOf } from '../../../../src/core/text/lines.ts';
import type { GeneratedLock, GeneratedPackage } from './generateLock.ts';

/** Where the scanner sees something else in a lock than the real parser, or the reader something else than was written. None is right. */
export function lockDifferences(lock: GeneratedLock): readonly string[] {
  const language = lock.kind === 'pipfile-lock' ? 'json' : 'toml';
  const text = lock.text.replace(/^\uFEFF/, '');
  const parsed: unknown = language === 'json' ? JSON.parse(text) : toml.parse(lock.text, { bigint: true });
  const scanned = scanLock(lock.text, language);
  return [
    ...(scanned.doubt === null ? [] : [`doubt at ${scanned.doubt}`]),
    ...valueDifferences(parsed, scanned.root, 'root'),
    ...packageDifferences(lock),
  ];
}

/** Numbers and dates are compared by being there: nothing reads them, and the parsers have types of their own for them. */
function valueDifferences(parsed: unknown, scanned: LockValue | undefined, path: string): readonly string[] {
  if (scanned === undefined) return [`${path}: not found`];
  if (typeof parsed === 'string')
    return scanned.kind === 'text' && lineFeeds(scanned.text) === lineFeeds(parsed) ? [] : [`${path}: another text`];
  if (typeof parsed === 'boolean') return scanned.kind === 'word' && scanned.text === String(parsed) ? [] : [`${path}: another word`];
  if (Array.isArray(parsed)) {
    if (scanned.kind !== 'list' || scanned.items.length !== parsed.length) return [`${path}: another list`];
    return parsed.flatMap((item: unknown, place) => valueDifferences(item, scanned.items[place], `${path}[${place}]`));
  }
  if (!isPlainTable(parsed)) return scanned.kind === 'word' ? [] : [`${path}: no word`];
  if (scanned.kind !== 'table') return [`${path}: no table`];
  const found = new Map(entriesOf(scanned).map(([key, value]) => [key.text, value]));
  const extra = found.size === Object.keys(parsed).length ? [] : [`${path}: keys ${[...found.keys()].join(', ')}`];
  return [...extra, ...Object.entries(parsed).flatMap(([key, value]) => valueDifferences(value, found.get(key), `${path}.${key}`))];
}

function isPlainTable(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function packageDifferences(lock: GeneratedLock): readonly string[] {
  const { packages, problems, isSupported } = readLock('demo.lock', lock.kind, lock.text);
  const lines = linesOf(lock.text);
  const textAt = ({ start, end }: (typeof packages)[number]['span']): string =>
    lock.text
      .slice(lines.offsetAt(start), lines.offsetAt(end))
      .replace(/^\\u00([0-9a-f]{2})/, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  const read = packages.map(({ name, version, source: { kind, url, commit }, artifacts }) => ({
    name,
    version,
    source: { kind, url, commit },
    artifacts: artifacts.map(({ filename, url: place, hashes: [hash] }) => ({
      filename,
      url: place,
      hash: hash ? `${hash.algorithm}:${hash.digest}` : null,
    })),
  }));
  return [
    ...(isSupported && problems.length === 0 ? [] : ['not read as a whole lock']),
    ...(JSON.stringify(read) === JSON.stringify(lock.packages.map(each => withoutFilenames(each, lock))) ? [] : ['other packages']),
    ...packages.filter(({ name, span }) => textAt(span) !== name).map(({ name }) => `the mark is not on ${name}`),
  ];
}

/** A Pipfile.lock names no files. */
function withoutFilenames(locked: GeneratedPackage, { kind }: GeneratedLock): unknown {
  const { name, version, source, artifacts } = locked;
  const files = artifacts.map(({ filename, url, hash }) => ({ filename: kind === 'pipfile-lock' ? null : filename, url, hash }));
  return { name, version, source: { kind: source.kind, url: source.url, commit: source.commit }, artifacts: files };
}

/** A parser of TOML may turn line ends into line feeds. */
function lineFeeds(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
