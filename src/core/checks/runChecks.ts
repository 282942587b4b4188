import type { Profile } from '../project/projectProfile.ts';
import { severities, type Check, type CheckId, type Facts, type Finding, type Need, type Pinning, type Severity } from './check.ts';

/** A finding with the check that made it and the severity that holds. */
export interface ReportedFinding extends Finding {
  readonly rule: CheckId;
  readonly severity: Severity;
}

/** A check that was not run, and why, in a word or a few. */
export interface SkippedCheck {
  readonly rule: CheckId;
  readonly reason: string;
}

export interface CheckReport {
  readonly findings: readonly ReportedFinding[];
  readonly skipped: readonly SkippedCheck[];
}

/** `ran`: of a check that is off or lacks its facts nobody knows what it would have found. */
export interface CheckRun extends CheckReport {
  readonly ran: ReadonlySet<CheckId>;
}

/** What is there, and of each need that is not, the reason. */
export type Gathered = { readonly [N in Need]: { readonly fact: Facts[N] } | { readonly missing: string } };

/** What decides how grave a finding is. */
export interface Strictness {
  readonly profile: Profile;
  readonly pinning: Pinning;
  /** Checks that are off by default and asked for. */
  readonly enabled: readonly CheckId[];
  readonly occasion: 'writing' | 'release';
}

/** What `pinning = "off"` leaves out. */
const pinRules: ReadonlySet<CheckId> = new Set<CheckId>([
  'dep/exact-pin-in-library',
  'dep/no-lower-bound',
  'dep/unpinned',
  'dep/not-hashed',
  'dep/wildcard-pin',
  'lock/missing',
]);

/** Runs each check that is on and has all it needs; the others are told, but for those that are off. */
export function runChecks(checks: readonly Check<Need>[], gathered: Gathered, strictness: Strictness): CheckRun {
  const findings: ReportedFinding[] = [];
  const skipped: SkippedCheck[] = [];
  const ran = new Set<CheckId>();
  const facts = factsIn(gathered);
  for (const check of checks) {
    const severity = severityOf(check, strictness);
    if (severity === 'off') continue;
    const reason = whatIsMissing(check, gathered);
    if (reason !== null) {
      skipped.push({ rule: check.id, reason });
      continue;
    }
    ran.add(check.id);
    for (const finding of check.run(facts, columnOf(check, strictness))) findings.push({ severity, ...finding, rule: check.id });
  }
  return { findings, skipped, ran };
}

function severityOf(check: Check<Need>, strictness: Strictness): Severity | 'off' {
  const { pinning, occasion, enabled } = strictness;
  if (pinning === 'off' && pinRules.has(check.id)) return 'off';
  const table = (occasion === 'release' ? check.severityAtRelease : undefined) ?? check.severity;
  const severity = table[columnOf(check, strictness)];
  if (pinning === 'strict' && check.id === 'dep/no-lower-bound') return graver(severity, 'warning');
  return severity === 'off' && enabled.includes(check.id) ? 'hint' : severity;
}

/** With strict pins a library is judged as an application, but for what only concerns what is published. */
function columnOf(check: Check<Need>, { profile, pinning }: Strictness): Profile {
  if (pinning !== 'strict') return profile;
  return check.severity.application !== 'off' || check.id === 'dep/exact-pin-in-library' ? 'application' : profile;
}

function graver(one: Severity | 'off', other: Severity): Severity {
  return one !== 'off' && severities.indexOf(one) < severities.indexOf(other) ? one : other;
}

function whatIsMissing(check: Check<Need>, gathered: Gathered): string | null {
  for (const need of check.needs) {
    const state = gathered[need];
    if ('missing' in state) return state.missing;
  }
  return null;
}

/** What is missing is undefined in it; only checks that do not need it get there. */
function factsIn(gathered: Gathered): Facts {
  const facts = Object.entries(gathered).map(([need, state]) => [need, 'fact' in state ? state.fact : undefined]);
  return Object.fromEntries(facts) as Facts;
}
