import type { Fix } from '../../checks/check.ts';
import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import type { Requirement, SpecifierClause } from '../../documents/requirement.ts';
import { contains } from '../../requirements/specifier.ts';
import { offsetsOf, textEdits } from './offsetEdit.ts';

/** Makes a range start at a version and leaves its other clauses as they are; null where they forbid that version, or nothing would change. */
export function raiseBound(requirement: Requirement, document: DependencyDocument, version: string): Fix | null {
  const { clauses, specifierSpan, reference, problem } = requirement;
  if (specifierSpan === null || reference !== null || problem !== null) return null;
  if (!contains(clauses, version) || clauses.some(isPin) || clauses.some(each => each.operator === '>=' && each.version === version))
    return null;
  const place = offsetsOf(document, specifierSpan);
  const newText = raised(document.text.slice(place.start, place.end), clauses, `>=${version}`);
  return { title: `Require ${version} or newer`, edits: textEdits(document, [{ ...place, newText }]) };
}

function isPin({ operator, version }: SpecifierClause): boolean {
  return operator === '===' || (operator === '==' && !version.endsWith('.*'));
}

/** As it is written, if that is plain; else from the clauses, as for Poetry's `^2`. */
function raised(written: string, clauses: readonly SpecifierClause[], bound: string): string {
  const parts = written.trim() === '' ? [] : written.split(',');
  if (!parts.every(isPlain))
    return [bound, ...clauses.filter(each => !isLower(each.operator)).map(each => each.operator + each.version)].join(',');
  const place = parts.findIndex(part => isLower(operatorOf(part)));
  if (place < 0) return parts.length === 0 ? bound : `${bound},${written}`;
  const kept = parts.filter((part, other) => other === place || !isLower(operatorOf(part)));
  return kept.map(part => (isLower(operatorOf(part)) ? part.replace(/\S.*\S|\S/s, bound) : part)).join(',');
}

/** `~=` and `==2.*` bound from both sides, so they stay, and the new bound joins them. */
function isLower(operator: string): boolean {
  return operator === '>=' || operator === '>';
}

function operatorOf(part: string): string {
  return /^\s*([<>=!~]*)/.exec(part)?.[1] ?? '';
}

function isPlain(part: string): boolean {
  return /^\s*(?:~=|==|!=|<=|>=|<|>)\s*[A-Za-z0-9.*+!_-]+\s*$/.test(part);
}
