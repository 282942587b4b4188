import type { DependencyDocument } from '../documents/dependencyDocument.ts';
import type { LockDocument } from '../locks/lockDocument.ts';
import { judgeProfile, type Profile, type ProfileJudgement } from '../project/projectProfile.ts';
import type { Pyproject } from '../project/pyproject.ts';
import { readToolTable } from '../project/toolTable.ts';
import { lockKindOf } from '../locks/readLock.ts';
import { redact } from '../text/redact.ts';
import { catalogue } from './catalogue.ts';
import { indexFixes } from '../indexFacts/fixes/indexFixes.ts';
import type { Check, Facts, Need, Pinning } from './check.ts';
import { staleSuppressions } from './config/staleIgnore.ts';
import { runChecks, type CheckReport, type Gathered, type ReportedFinding, type Strictness } from './runChecks.ts';
import { applySuppressions, type SuppressedFinding } from './suppressions.ts';

/** What was read of a project; paths are relative to its folder. */
export interface ProjectFacts {
  readonly pyproject: Pyproject | null;
  readonly documents: readonly DependencyDocument[];
  readonly locks: readonly LockDocument[];
  readonly filesBeside: readonly string[];
}

export interface JudgeOptions {
  /** `auto`: the one that the project's files tell. */
  readonly profile: Profile | 'auto';
  /** A person's own setting; the project's goes first. */
  readonly pinning: Pinning;
  readonly occasion: Strictness['occasion'];
  /** Countersign's own version. */
  readonly ownVersion: string;
}

export interface ProjectJudgement extends CheckReport {
  readonly profile: ProfileJudgement;
  readonly suppressed: readonly SuppressedFinding[];
}

/** Runs the checks that can be run with what was gathered, and sets aside what the project suppresses. */
export function judgeProject(
  facts: ProjectFacts,
  gathered: Pick<Gathered, 'index' | 'now'>,
  options: JudgeOptions,
  checks: readonly Check<Need>[] = catalogue,
): ProjectJudgement {
  const { pyproject, documents, locks, filesBeside } = facts;
  const profile = options.profile === 'auto' ? judgeProfile(pyproject, filesBeside, locks) : { profile: options.profile, reason: 'chosen' };
  const table = readToolTable(facts.documents);
  const strictness = {
    profile: profile.profile,
    pinning: table.pinning ?? options.pinning,
    enabled: table.enable,
    occasion: options.occasion,
  };
  const document = { fact: { pyproject, documents, filesBeside, pinning: strictness.pinning, ownVersion: options.ownVersion } };
  const missing = 'not part of this check';
  const run = runChecks(checks, { document, lock: { fact: locks }, artifacts: { missing }, git: { missing }, ...gathered }, strictness);
  const now = 'fact' in gathered.now ? gathered.now.fact : null;
  const { findings, suppressed, unused } = applySuppressions(run.findings.filter(isOfProject).map(withoutSecrets), {
    documents,
    table,
    now,
    ran: run.ran,
  });
  const index = 'fact' in gathered.index && now !== null ? { document: document.fact, index: gathered.index.fact, now } : null;
  const mended = index === null ? findings : findings.map(finding => withIndexFixes(finding, index));
  return { profile, findings: [...mended, ...staleSuppressions(unused)], suppressed, skipped: run.skipped };
}

/** A lock in a folder above is its own project's to mend. */
function isOfProject({ file }: ReportedFinding): boolean {
  return !(file.startsWith('../') && lockKindOf(file) !== null);
}

/** A message may quote an address as it stands in a file, with a password in it. */
function withoutSecrets(finding: ReportedFinding): ReportedFinding {
  return { ...finding, message: redact(finding.message) };
}

function withIndexFixes(finding: ReportedFinding, facts: Pick<Facts, 'document' | 'index' | 'now'>): ReportedFinding {
  const fixes = [...(finding.fixes ?? []), ...indexFixes(finding, facts)];
  return fixes.length === 0 ? finding : { ...finding, fixes };
}
