import type { CheckId } from '../checks/check.ts';
import { isCheckId, silencingProblem } from '../checks/ruleNames.ts';
import { normalizeName } from '../names/normalizeName.ts';
import type { Range } from '../toml/scanToml.ts';
import { isTableNode, listSetting, refuseUnknownKeys, textSetting, type Refuse } from './settings.ts';
import type { TomlNode } from './tomlTree.ts';

/** An entry of `[tool.countersign] ignore`: what is not to be said, and why. */
export interface IgnoredRule {
  readonly rule: CheckId;
  /** Normalised; null for every package. */
  readonly package: string | null;
  readonly reason: string;
  /** The first moment at which it no longer holds, in milliseconds since 1970; null where it has no end. */
  readonly ends: number | null;
  readonly range: Range;
}

const SHAPE = 'ignore is a list of tables: [ { rule = "dep/unpinned", reason = "…" } ].';

/** An entry that cannot be followed is left out, and refused: what hides a finding must be plain. */
export function readIgnoredRules(table: TomlNode, text: string, refuse: Refuse): readonly IgnoredRule[] {
  return listSetting(table, 'ignore', SHAPE, refuse).flatMap(node => {
    const entry = readEntry(node, text, refuse);
    return entry === null ? [] : [entry];
  });
}

function readEntry(node: TomlNode, text: string, refuse: Refuse): IgnoredRule | null {
  if (!isTableNode(node)) return refused(node.range, SHAPE, refuse);
  refuseUnknownKeys(node, ['rule', 'package', 'reason', 'until'], 'an entry of ignore', refuse);
  const rule = readRule(node, refuse);
  const packageName = readPackage(node.below.get('package'), refuse);
  const reason = readReason(node, 'An entry without a reason silences nothing. Add reason = "…".', refuse);
  const ends = readEnd(node.below.get('until'), text, refuse);
  if (rule === null || reason === null || packageName === undefined || ends === undefined) return null;
  return { rule, package: packageName, reason, ends, range: node.range };
}

function readRule(node: TomlNode, refuse: Refuse): CheckId | null {
  const place = node.below.get('rule');
  const message = 'This entry names no rule, so it silences nothing. Add rule = "dep/unpinned", or another.';
  if (place === undefined) return refused(node.range, message, refuse);
  const name = textSetting(place, message, refuse);
  if (name === null) return null;
  const problem = silencingProblem(name);
  if (problem !== null) return refused(place.range, problem, refuse);
  return isCheckId(name) ? name : null;
}

export function readReason(node: TomlNode, missing: string, refuse: Refuse): string | null {
  const place = node.below.get('reason');
  return place === undefined ? refused(node.range, missing, refuse) : textSetting(place, missing, refuse);
}

/** Undefined where what stands there cannot be followed. */
function readPackage(node: TomlNode | undefined, refuse: Refuse): string | null | undefined {
  if (node === undefined) return null;
  const name = textSetting(node, 'package is the name of one package. Leave it out for all.', refuse);
  return name === null ? undefined : normalizeName(name);
}

function readEnd(node: TomlNode | undefined, text: string, refuse: Refuse): number | null | undefined {
  if (node === undefined) return null;
  if (node.entry?.kind === 'broken') return undefined;
  const written = node.entry?.kind === 'date' ? text.slice(node.range.start, node.range.end) : String(node.entry?.value ?? '');
  return (
    endOfDay(written) ??
    refused(node.range, 'until is a date such as 2027-01-31. Without one that can be read nothing is silenced.', refuse) ??
    undefined
  );
}

/** The day itself still counts, by UTC. Null for what is no date. */
function endOfDay(written: string): number | null {
  const [, year, month, day] = (/^([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])/.exec(written) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const start = new Date(Date.UTC(year, month - 1, day));
  return start.getUTCMonth() === month - 1 && start.getUTCDate() === day ? Date.UTC(year, month - 1, day + 1) : null;
}

function refused(range: Range, message: string, refuse: Refuse): null {
  refuse(range, message);
  return null;
}
