import type { DependencyDocument } from '../documents/dependencyDocument.ts';
import type { LockDocument } from '../locks/lockDocument.ts';
import { judgeProfile, type Profile, type ProfileJudgement } from '../project/projectProfile.ts';
import type { Pyproject } from '../project/pyproject.ts';
import { readToolTable } from '../project/toolTable.ts';
import { lockKindOf } from '../locks/readLock.ts';
import { redact } from '../text/redact.ts';
import { catalogue } from './catalogue.ts';
import { indexFixes } from '../indexFacts/fixes/indexFixes.ts';
import type { NameList } from '../names/nameList.ts';
import { normalizeName } from '../names/normalizeName.ts';
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

/** What does not come from the project's files, and where it is missing, the reason. */
export interface OutsideFacts extends Pick<Gathered, 'index' | 'now'> {
  /** The list that ships. Only rules on names need it: a project without dependencies is judged the same without. */
  readonly names: { readonly fact: NameList } | { readonly missing: string };
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
  outside: OutsideFacts,
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
  const { index, now } = outside;
  const gathered = { document, lock: { fact: locks }, names: nameFacts(outside), index, now, artifacts: { missing }, git: { missing } };
  const run = runChecks(checks, gathered, strictness);
  const { findings, suppressed, unused } = applySuppressions(run.findings.filter(isOfProject).map(withoutSecrets), {
    documents,
    table,
    ownName: normalizeName(pyproject?.facts.name ?? ''),
    now: factOf(now),
    ran: run.ran,
  });
  const known = 'fact' in index && 'fact' in now ? { document: document.fact, index: index.fact, now: now.fact } : null;
  const mended = known === null ? findings : findings.map(finding => withIndexFixes(finding, known));
  return { profile, findings: [...mended, ...staleSuppressions(unused)], suppressed, skipped: run.skipped };
}

/** What indexes tell of a name adds to what the list tells, and is not needed for it. */
function nameFacts({ names, index, now }: OutsideFacts): Gathered['names'] {
  return 'missing' in names ? names : { fact: { list: names.fact, index: factOf(index), now: factOf(now) } };
}

function factOf<T>(state: { readonly fact: T } | { readonly missing: string }): T | null {
  return 'fact' in state ? state.fact : null;
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
