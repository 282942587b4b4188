import type { DependencyDocument } from '../documents/dependencyDocument.ts';
import { isWholeFile, type Position, type Span } from '../text/span.ts';
import { checkIds, severities } from './check.ts';
import type { ReportedFinding } from './runChecks.ts';

const MOST_MARKS = 100;

/** What an editor draws in one file: `rest` counts the findings that no mark stands for, after the last one. */
export interface Marks {
  readonly shown: readonly ReportedFinding[];
  readonly rest: number;
}

/**
 * One mark a requirement at most, the gravest, then the first of the rules' order; and so many a file that
 * a person can still read it. The command line reports all.
 */
export function marksOf(findings: readonly ReportedFinding[], file: string, document: DependencyDocument | null): Marks {
  const own = findings.filter(finding => finding.file === file).toSorted(byWeight);
  const requirementAt = requirementsByPlace(document);
  const taken = new Set<Span>();
  const kept = own.filter(({ span }) => {
    const requirement = isWholeFile(span) ? null : requirementAt(span.start);
    if (requirement === null) return true;
    if (taken.has(requirement)) return false;
    taken.add(requirement);
    return true;
  });
  return { shown: kept.slice(0, MOST_MARKS).toSorted(byPlace), rest: Math.max(0, kept.length - MOST_MARKS) };
}

/** Spans of requirements by the lines that they touch. */
function requirementsByPlace(document: DependencyDocument | null): (place: Position) => Span | null {
  const lines = new Map<number, Span[]>();
  for (const { span } of document?.requirements ?? [])
    for (let line = span.start.line; line <= span.end.line; line += 1) lines.set(line, [...(lines.get(line) ?? []), span]);
  return place => lines.get(place.line)?.find(span => holds(span, place)) ?? null;
}

function byWeight(one: ReportedFinding, other: ReportedFinding): number {
  const gravity = severities.indexOf(one.severity) - severities.indexOf(other.severity);
  return gravity || checkIds.indexOf(one.rule) - checkIds.indexOf(other.rule) || byPlace(one, other);
}

function byPlace({ span: one }: ReportedFinding, { span: other }: ReportedFinding): number {
  return one.start.line - other.start.line || one.start.character - other.start.character;
}

function holds({ start, end }: Span, { line, character }: Position): boolean {
  const isAfterStart = line > start.line || (line === start.line && character >= start.character);
  return isAfterStart && (line < end.line || (line === end.line && character <= end.character));
}
