import type { ReportedFinding } from '../checks/runChecks.ts';
import { asOfWords, dayWords } from '../indexFacts/asOfWords.ts';
import type { IndexFacts, PackageFacts, ReleaseFacts } from '../indexFacts/indexFacts.ts';
import type { LockDocument } from '../locks/lockDocument.ts';
import type { NameList } from '../names/nameList.ts';
import { popularityLine } from '../names/popularityLine.ts';
import { redact } from '../text/redact.ts';
import { visibleText } from '../text/visibleText.ts';
import { parseVersion } from '../versions/version.ts';
import type { Requirement } from './requirement.ts';
import { lockedAs, standingOf } from './standing.ts';

export interface HoverFacts {
  /** Those that nothing else shows. */
  readonly findings: readonly ReportedFinding[];
  readonly locks: readonly LockDocument[];
  /** Null where no index was asked. */
  readonly index: IndexFacts | null;
  /** Null where the list is not read yet. */
  readonly names: NameList | null;
}

/** What is known of a dependency, a line each, from what stands in the file to what its index tells. Plain text, made visible. */
export function hoverLines(requirement: Requirement, { findings, locks, index, names }: HoverFacts): readonly string[] {
  const { name } = requirement;
  const popularity = name === null || names === null ? null : popularityLine(name, names);
  const raw = redact(requirement.raw);
  const standing = standingOf(requirement, locks);
  const facts = name === null ? null : (index?.packages.get(name) ?? null);
  return [
    standing === null ? visibleText(raw) : `${visibleText(raw)}: ${standing}`,
    ...messagesOn(requirement, findings),
    ...lockLines(requirement, locks),
    ...(facts === null ? [] : indexLines(facts, index?.asOf ?? null)),
    ...(popularity === null ? [] : [`${popularity}.`]),
  ];
}

function messagesOn({ file, span }: Requirement, findings: readonly ReportedFinding[]): readonly string[] {
  const own = findings.filter(
    finding => finding.file === file && finding.span.start.line >= span.start.line && finding.span.end.line <= span.end.line,
  );
  const inside = own.filter(finding => isInside(finding, span));
  return inside.map(({ message, rule }) => `${visibleText(message)} [${rule}]`);
}

function isInside({ span }: ReportedFinding, { start, end }: Requirement['span']): boolean {
  if (span.start.line === start.line && span.start.character < start.character) return false;
  return !(span.end.line === end.line && span.end.character > end.character);
}

function lockLines(requirement: Requirement, locks: readonly LockDocument[]): readonly string[] {
  const locked = lockedAs(requirement, locks);
  const lock = locks.find(({ packages }) => locked !== null && packages.includes(locked));
  if (locked === null || lock === undefined) return [];
  return [`Locked in ${visibleText(lock.file)}: ${locked.version === null ? 'without a version' : visibleText(locked.version)}.`];
}

function indexLines(facts: PackageFacts, asOf: number | null): readonly string[] {
  const where = visibleText(facts.indexName);
  if (facts.kind === 'absent') return [`Not on ${where}${asOfWords(asOf)}.`];
  const latest = newest(facts);
  const status =
    facts.status === 'active'
      ? []
      : [`${where} lists it as ${facts.status}${facts.statusReason === null ? '' : `: ${visibleText(facts.statusReason)}`}.`];
  return [...(latest === null ? [] : [`Latest on ${where}: ${releaseWords(latest)}${asOfWords(asOf)}.`]), ...status];
}

/** Previews and yanked releases are no latest, unless there is nothing else. */
function newest({ releases }: PackageFacts): ReleaseFacts | null {
  const good = releases.filter(({ yanked, version }) => yanked === null && parseVersion(version)?.isPrerelease === false);
  return good.at(-1) ?? releases.at(-1) ?? null;
}

function releaseWords({ version, uploadedAt }: ReleaseFacts): string {
  return uploadedAt === null ? visibleText(version) : `${visibleText(version)} of ${dayWords(uploadedAt)}`;
}
