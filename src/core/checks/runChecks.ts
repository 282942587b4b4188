import type { Profile } from '../project/projectProfile.ts';
import type { Check, CheckId, Facts, Finding, Need, Severity } from './check.ts';

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

/** What is there, and of each need that is not, the reason. */
export type Gathered = { readonly [N in Need]: { readonly fact: Facts[N] } | { readonly missing: string } };

/** Runs each check that is on for the profile and has all it needs; the others are told, but for those that are off. */
export function runChecks(checks: readonly Check<Need>[], gathered: Gathered, profile: Profile): CheckReport {
  const findings: ReportedFinding[] = [];
  const skipped: SkippedCheck[] = [];
  for (const check of checks) {
    const severity = check.severity[profile];
    if (severity === 'off') continue;
    const reason = whatIsMissing(check, gathered);
    if (reason !== null) skipped.push({ rule: check.id, reason });
    else for (const finding of check.run(factsIn(gathered), profile)) findings.push({ severity, ...finding, rule: check.id });
  }
  return { findings, skipped };
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
