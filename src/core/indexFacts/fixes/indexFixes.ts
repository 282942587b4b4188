import type { Facts, Finding, Fix } from '../../checks/check.ts';
import type { ReportedFinding } from '../../checks/runChecks.ts';
import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import type { Requirement } from '../../documents/requirement.ts';
import { textAt } from '../../project/tomlTable.ts';
import type { Position } from '../../text/span.ts';
import { goodReleases } from '../goodReleases.ts';
import type { PackageFacts, ReleaseFacts } from '../indexFacts.ts';
import { pinnedVersion } from '../mentions.ts';
import { runsOn } from '../runsOn.ts';
import { addHashes } from './addHashes.ts';
import { pinTo } from './pinTo.ts';
import { raiseBound } from './raiseBound.ts';

/** What the index can mend of a finding that was made without it; for a surface to add to the finding's own fixes. */
export function indexFixes(finding: ReportedFinding, facts: Pick<Facts, 'document' | 'index' | 'now'>): readonly Fix[] {
  const place = placeOf(finding, facts.document.documents);
  const known = place === null ? undefined : facts.index.packages.get(place.requirement.name ?? '');
  if (place === null || known?.kind !== 'listed') return [];
  const { requirement, document } = place;
  switch (finding.rule) {
    case 'dep/unpinned':
      return some(pinToNewest(requirement, document, known, facts));
    case 'dep/not-hashed':
    case 'dep/weak-hash':
    case 'dep/malformed-hash':
      return some(pinnedVersion(requirement) === null ? null : addHashes(requirement, document, known));
    case 'dep/no-lower-bound':
      return some(raiseToNewest(requirement, document, known, facts));
    default:
      return [];
  }
}

/** Pins to the newest good release that the requirement admits and the project's Python can run. */
export function pinToNewest(
  requirement: Requirement,
  document: DependencyDocument,
  known: PackageFacts,
  facts: Pick<Facts, 'document' | 'now'>,
): Fix | null {
  const newest = newestGood(requirement, known, facts);
  return newest && pinTo(requirement, document, newest, `the newest good release on ${known.indexName}`);
}

function raiseToNewest(
  requirement: Requirement,
  document: DependencyDocument,
  known: PackageFacts,
  facts: Pick<Facts, 'document' | 'now'>,
): Fix | null {
  const newest = newestGood(requirement, known, facts);
  return newest && raiseBound(requirement, document, newest.version);
}

function newestGood(
  { clauses }: Requirement,
  known: PackageFacts,
  { document, now }: Pick<Facts, 'document' | 'now'>,
): ReleaseFacts | null {
  const pythons = textAt(document.pyproject?.document ?? null, ['project', 'requires-python']);
  return goodReleases(known, clauses, now).findLast(release => runsOn(release, pythons)) ?? null;
}

function placeOf(
  finding: Finding,
  documents: readonly DependencyDocument[],
): { readonly requirement: Requirement; readonly document: DependencyDocument } | null {
  for (const document of documents) {
    if (document.file !== finding.file) continue;
    const requirement = document.requirements.find(each => holds(each, finding.span.start) && isAbout(finding, each));
    if (requirement) return { requirement, document };
  }
  return null;
}

/** From the requirement's start to the end of its last hash. */
function holds({ span, hashes }: Requirement, position: Position): boolean {
  return !isBefore(position, span.start) && !isBefore(hashes.at(-1)?.span.end ?? span.end, position);
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}

function isAbout(finding: Finding, { name }: Requirement): boolean {
  return finding.package === undefined || finding.package === name;
}

function some(fix: Fix | null): readonly Fix[] {
  return fix === null ? [] : [fix];
}
