import type { DependencyDocument } from '../documents/dependencyDocument.ts';
import { TOOL_FILE, type ToolTable } from '../project/toolTable.ts';
import type { Span } from '../text/span.ts';
import type { CheckId } from './check.ts';
import { canBeSilenced, isCheckId } from './ruleNames.ts';
import type { ReportedFinding } from './runChecks.ts';
import { speaksForIn } from './speaksForIn.ts';

/** A finding that the project asks to leave unsaid. */
export interface SuppressedFinding extends ReportedFinding {
  readonly reason: string;
  readonly how: 'comment' | 'table';
}

/** What silences nothing: a comment's one rule, or an entry of the table. */
export interface UnusedSuppression {
  readonly rule: CheckId;
  readonly how: 'comment' | 'table';
  readonly file: string;
  readonly span: Span;
}

export interface SuppressionResult {
  readonly findings: readonly ReportedFinding[];
  readonly suppressed: readonly SuppressedFinding[];
  /** Only of rules that were run: of the others nobody knows what they would have found. */
  readonly unused: readonly UnusedSuppression[];
}

export interface SuppressionFacts {
  readonly documents: readonly DependencyDocument[];
  readonly table: ToolTable;
  /** Normalised; empty without one. That a project means its own name is heard when it is published. */
  readonly ownName: string;
  /** Milliseconds since 1970; null where nobody tells the time: then every date is still to come. */
  readonly now: number | null;
  /** The rules that were run. */
  readonly ran: ReadonlySet<CheckId>;
}

interface Suppression extends UnusedSuppression {
  readonly reason: string;
  silences(finding: ReportedFinding): boolean;
}

/** Sets aside the findings that a comment or the table silences, with a reason. What is past its date, or cannot be silenced, stays. */
export function applySuppressions(findings: readonly ReportedFinding[], facts: SuppressionFacts): SuppressionResult {
  const suppressions = [...facts.documents.flatMap(fromComments), ...fromTable(facts.table, facts.now), ...fromNames(facts)];
  const used = new Set<Suppression>();
  const left: ReportedFinding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const silencing = suppressions.filter(suppression => suppression.rule === finding.rule && suppression.silences(finding));
    for (const suppression of silencing) used.add(suppression);
    const [first] = silencing;
    if (first === undefined) left.push(finding);
    else suppressed.push({ ...finding, reason: first.reason, how: first.how });
  }
  return {
    findings: left,
    suppressed,
    unused: suppressions.filter(suppression => !used.has(suppression) && facts.ran.has(suppression.rule)),
  };
}

function fromComments(document: DependencyDocument): readonly Suppression[] {
  const { file } = document;
  const speaksFor = speaksForIn(document);
  return document.suppressions
    .filter(({ reason }) => reason.trim() !== '')
    .flatMap(comment => {
      const isAbout = speaksFor(comment);
      const silences = (finding: ReportedFinding): boolean => finding.file === file && isAbout(finding.span);
      return silenceable(comment.rules).map(rule => ({ rule, how: 'comment', file, span: comment.span, reason: comment.reason, silences }));
    });
}

function silenceable(names: readonly string[]): readonly CheckId[] {
  return [...new Set(names)].filter(isCheckId).filter(canBeSilenced);
}

function fromTable({ ignore }: ToolTable, now: number | null): readonly Suppression[] {
  return ignore
    .filter(({ ends }) => ends === null || now === null || now < ends)
    .map(({ rule, package: name, reason, span }) => ({
      rule,
      how: 'table',
      file: TOOL_FILE,
      span,
      reason,
      silences: finding => name === null || finding.package === name,
    }));
}

/** "I mean this one": it speaks for a name wherever it stands. */
function fromNames({ table, ownName }: SuppressionFacts): readonly Suppression[] {
  const others = table.names.filter(({ name }) => name !== ownName);
  return others.map(({ name, reason, span }) => ({
    rule: 'dep/typosquat',
    how: 'table',
    file: TOOL_FILE,
    span,
    reason,
    silences: finding => finding.package === name,
  }));
}
