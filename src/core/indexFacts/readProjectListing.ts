import * as v from 'valibot';

import { compareVersions, parseVersion } from '../versions/version.ts';
import { fileVersion, isPlainVersion } from './fileVersion.ts';
import type { FileListing, ProjectListing, ReleaseListing } from './projectListing.ts';

const MOST_FILES = 200_000;

/** A file as the Simple API's JSON lists it; of the HTML form the same is made. Fields of another shape count as left out. */
const fileSchema = v.object({
  filename: v.pipe(v.string(), v.maxLength(300)),
  hashes: v.fallback(v.record(v.string(), v.unknown()), {}),
  yanked: v.fallback(v.union([v.boolean(), v.string()]), false),
  'upload-time': v.fallback(v.nullable(v.string()), null),
  'requires-python': v.fallback(v.nullable(v.string()), null),
  provenance: v.fallback(v.nullable(v.string()), null),
});

const pageSchema = v.object({
  files: v.array(v.unknown()),
  versions: v.fallback(v.array(v.unknown()), []),
  'project-status': v.fallback(v.object({ status: v.string(), reason: v.fallback(v.nullable(v.string()), null) }), {
    status: 'active',
    reason: null,
  }),
});

type SimpleFile = v.InferOutput<typeof fileSchema>;

/** Reads a project's page of the Simple API (PEP 691). Null where it is none; what is odd in it is left out. `project` is normalised. */
export function readProjectListing(page: unknown, project: string): ProjectListing | null {
  const read = v.safeParse(pageSchema, page);
  if (!read.success) return null;
  const { status, reason } = read.output['project-status'];
  const files = read.output.files.slice(0, MOST_FILES).flatMap(file => {
    const known = v.safeParse(fileSchema, file);
    return known.success ? known.output : [];
  });
  return { status: statusOf(status), statusReason: reason, releases: releasesOf(files, read.output.versions, project) };
}

/** PEP 792: what an index marks in a way that is not known is treated as active. */
function statusOf(status: string): ProjectListing['status'] {
  return status === 'archived' || status === 'quarantined' || status === 'deprecated' ? status : 'active';
}

/** Releases with many files name their version as often; each spelling is read once. */
function releasesOf(files: readonly SimpleFile[], versions: readonly unknown[], project: string): readonly ReleaseListing[] {
  const spellings = new Map<string, string | null>();
  const canonicalOf = (version: string): string | null => {
    const known = spellings.get(version);
    if (known !== undefined) return known;
    const canonical = isPlainVersion(version) ? (parseVersion(version)?.canonical ?? null) : null;
    spellings.set(version, canonical);
    return canonical;
  };
  const byVersion = new Map<string, { readonly version: string; readonly files: SimpleFile[] }>();
  const addTo = (version: string, file: readonly SimpleFile[]): void => {
    const canonical = canonicalOf(version);
    if (canonical === null) return;
    const release = byVersion.get(canonical) ?? { version, files: [] };
    byVersion.set(canonical, release);
    release.files.push(...file);
  };
  for (const version of versions) if (typeof version === 'string') addTo(version, []);
  for (const file of files) addTo(fileVersion(file.filename, project, text => canonicalOf(text) !== null) ?? '', [file]);
  return [...byVersion.values()]
    .map(release => toRelease(release.version, release.files))
    .sort((one, other) => compareVersions(one.version, other.version));
}

function toRelease(version: string, files: readonly SimpleFile[]): ReleaseListing {
  const reasons = files.flatMap(({ yanked }) => (yanked === false ? [] : yanked === true ? '' : yanked));
  const isYanked = files.length > 0 && reasons.length === files.length;
  const times = files.flatMap(file => timeOf(file['upload-time']) ?? []);
  return {
    version,
    yanked: isYanked ? (reasons.find(reason => reason !== '') ?? '') : null,
    uploadedAt: times.length === 0 ? null : Math.min(...times),
    requiresPython: files.find(file => file['requires-python'] !== null)?.['requires-python'] ?? null,
    files: files.map(toFile),
  };
}

function toFile({ filename, hashes, provenance }: SimpleFile): FileListing {
  const sha256 = hashes['sha256'];
  const isDigest = typeof sha256 === 'string' && /^[0-9a-f]{64}$/i.test(sha256);
  return { filename, sha256: isDigest ? sha256.toLowerCase() : null, provenanceUrl: provenance };
}

/** RFC 3339 in UTC, as PEP 700 asks for. */
function timeOf(text: string | null): number | null {
  const time = text === null || text.length > 40 ? NaN : Date.parse(text);
  return Number.isNaN(time) ? null : time;
}
