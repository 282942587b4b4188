import pep440 from '@renovatebot/pep440';
import grammar from '@renovatebot/pep440/lib/version.js';

/** A version of a Python package (PEP 440). */
export interface Version {
  /** As `packaging` writes it: `v1.0-RC1` is `1.0rc1`. */
  readonly normalized: string;
  /** The same text for every spelling of one version, without zeros at the release's end: `1.0` and `1.0.0` are `1`. */
  readonly canonical: string;
  /** The part after `+`, normalised; null where there is none. PyPI refuses versions that have one. */
  readonly local: string | null;
  readonly isPrerelease: boolean;
}

const PATTERN = new RegExp(`^${grammar.VERSION_PATTERN}$`, 'i');

/** Null where the text is no version. White space around it is ignored. */
export function parseVersion(text: string): Version | null {
  const parts = PATTERN.exec(text.trim())?.groups;
  if (parts === undefined) return null;
  const local = parts['local'] === undefined ? null : normalizeLocal(parts['local']);
  const release = normalizeRelease(parts);
  const tail = pre(parts) + post(parts) + dev(parts) + (local === null ? '' : `+${local}`);
  return {
    normalized: epoch(parts) + release + tail,
    canonical: epoch(parts) + release.replace(/(?:\.0)+$/, '') + tail,
    local,
    isPrerelease: parts['pre'] !== undefined || parts['dev'] !== undefined,
  };
}

/** Whether two texts name one version: `1.0` and `1.0.0` do. False where either is none. */
export function isSameVersion(one: string, other: string): boolean {
  const version = parseVersion(one);
  return version !== null && version.canonical === parseVersion(other)?.canonical;
}

/** Negative, zero or positive, for sorting from old to new; what is no version comes first. Numbers from 2^53 on are compared as rounded. */
export function compareVersions(one: string, other: string): number {
  const version = parseVersion(one);
  const against = parseVersion(other);
  if (version === null || against === null) return Number(version !== null) - Number(against !== null);
  return pep440.compare(version.normalized, against.normalized);
}

export function hasLocal(version: Version): boolean {
  return version.local !== null;
}

/** The numbers stay text: a date with a time in it is longer than a number holds exactly. */
type Parts = Readonly<Record<string, string | undefined>>;

function epoch(parts: Parts): string {
  const number = withoutLeadingZeros(parts['epoch']);
  return number === '0' ? '' : `${number}!`;
}

function normalizeRelease(parts: Parts): string {
  return (parts['release'] ?? '').split('.').map(withoutLeadingZeros).join('.');
}

function pre(parts: Parts): string {
  const letter = parts['pre_l']?.toLowerCase();
  if (letter === undefined) return '';
  const short = letter === 'alpha' ? 'a' : letter === 'beta' ? 'b' : letter.length > 1 || letter === 'c' ? 'rc' : letter;
  return short + withoutLeadingZeros(parts['pre_n']);
}

function post(parts: Parts): string {
  return parts['post'] === undefined ? '' : `.post${withoutLeadingZeros(parts['post_n1'] ?? parts['post_n2'])}`;
}

function dev(parts: Parts): string {
  return parts['dev'] === undefined ? '' : `.dev${withoutLeadingZeros(parts['dev_n'])}`;
}

function normalizeLocal(local: string): string {
  const segments = local.toLowerCase().split(/[-_.]/);
  return segments.map(segment => (/^[0-9]+$/.test(segment) ? withoutLeadingZeros(segment) : segment)).join('.');
}

/** A number that is left out counts as 0 (PEP 440, implicit pre-release, post-release and development numbers). */
function withoutLeadingZeros(digits: string | undefined): string {
  return (digits ?? '').replace(/^0+/, '') || '0';
}
