import type { SpecifierClause } from '../documents/requirement.ts';
import { compareParts, comparePublic, compareRelease } from '../versions/compareParts.ts';
import { readVersionParts, type VersionParts } from '../versions/versionParts.ts';

/** Whether one clause holds for a version (PEP 440, Version specifiers); `parts` is null where `text` is no version, which only `===` takes. */
export function isInClause(clause: SpecifierClause, text: string, parts: VersionParts | null): boolean {
  const { operator, version } = clause;
  if (operator === '===') return text.toLowerCase() === version.toLowerCase();
  const isWildcard = version.endsWith('.*');
  const against = readVersionParts(isWildcard ? version.slice(0, -2) : version);
  if (parts === null || against === null) return false;
  if (isWildcard) return startsAlike(parts, against, against.release.length) === (operator === '==');
  return holds[operator](parts, against);
}

const holds: Readonly<Record<Exclude<SpecifierClause['operator'], '==='>, (version: VersionParts, against: VersionParts) => boolean>> = {
  '==': isEqual,
  '!=': (version, against) => !isEqual(version, against),
  '>=': (version, against) => compareParts(version, against) >= 0,
  '<=': (version, against) => comparePublic(version, against) <= 0,
  '>': isAfter,
  '<': isBefore,
  '~=': (version, against) => compareParts(version, against) >= 0 && startsAlike(version, against, against.release.length - 1),
};

/** A clause without a local part leaves the version's out of account. */
function isEqual(version: VersionParts, against: VersionParts): boolean {
  return (against.local === null ? comparePublic(version, against) : compareParts(version, against)) === 0;
}

/** Not its post-releases, unless it is one itself (PEP 440, Exclusive ordered comparison). */
function isAfter(version: VersionParts, against: VersionParts): boolean {
  if (comparePublic(version, against) <= 0) return false;
  return against.post !== null || against.dev !== null || !isOfOneRelease(version, against);
}

/** Not its pre-releases, unless it is one itself. */
function isBefore(version: VersionParts, against: VersionParts): boolean {
  const isRelease = against.pre === null && against.dev === null;
  return compareParts(version, isRelease ? { ...against, dev: '0' } : against) < 0;
}

function isOfOneRelease(one: VersionParts, other: VersionParts): boolean {
  const isAlike = one.epoch === other.epoch && compareRelease(one.release, other.release) === 0;
  return isAlike && one.pre?.letter === other.pre?.letter && one.pre?.number === other.pre?.number;
}

function startsAlike(version: VersionParts, against: VersionParts, count: number): boolean {
  if (version.epoch !== against.epoch) return false;
  return compareRelease(version.release.slice(0, count), against.release.slice(0, count)) === 0;
}
