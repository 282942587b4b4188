import { compareParts } from './compareParts.ts';
import { readVersionParts, type VersionParts } from './versionParts.ts';
import { trimRelease, versionText } from './versionText.ts';

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

/** Null where the text is no version. White space around it is ignored. */
export function parseVersion(text: string): Version | null {
  const parts = readVersionParts(text);
  if (parts === null) return null;
  return {
    normalized: versionText(parts),
    canonical: versionText({ ...parts, release: trimRelease(parts.release) }),
    local: parts.local?.join('.') ?? null,
    isPrerelease: isPrerelease(parts),
  };
}

/** Whether two texts name one version: `1.0` and `1.0.0` do. False where either is none. */
export function isSameVersion(one: string, other: string): boolean {
  const version = readVersionParts(one);
  const against = readVersionParts(other);
  return version !== null && against !== null && compareParts(version, against) === 0;
}

/** Negative, zero or positive, for sorting from old to new; what is no version comes first. */
export function compareVersions(one: string, other: string): number {
  const version = readVersionParts(one);
  const against = readVersionParts(other);
  if (version === null || against === null) return Number(version !== null) - Number(against !== null);
  return compareParts(version, against);
}

export function hasLocal(version: Version): boolean {
  return version.local !== null;
}

/** Development releases count as pre-releases. */
export function isPrerelease({ pre, dev }: VersionParts): boolean {
  return pre !== null || dev !== null;
}
