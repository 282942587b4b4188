import type { DependencyDocument, DocumentKind } from '../../documents/dependencyDocument.ts';
import type { Requirement } from '../../documents/requirement.ts';
import { oncePerProject } from '../../edits/oncePerDocument.ts';
import { canHoldTogether } from '../../requirements/marker.ts';
import { installsOf } from './installs.ts';

/** Requirements of one list, in which naming a package twice means something. */
export interface RequirementList {
  readonly requirements: readonly Requirement[];
  /** What else they must fit. */
  readonly constraints: readonly Requirement[];
}

const IN_INSTALLS: ReadonlySet<DocumentKind> = new Set<DocumentKind>(['requirements', 'constraints', 'input']);

/**
 * Each section of a TOML file, and each installation of requirements files with all that they include. Not of files in
 * the middle of a merge: they hold both sides of it.
 */
export const requirementLists: (documents: readonly DependencyDocument[]) => readonly RequirementList[] = oncePerProject(documents => {
  const settled = documents.some(isMidMerge) ? documents.filter(document => !isMidMerge(document)) : documents;
  const sections = settled.filter(({ kind }) => !IN_INSTALLS.has(kind)).flatMap(({ requirements }) => bySection(requirements));
  return [...sections, ...installsOf(settled, 'requirements'), ...installsOf(settled, 'input')];
});

/** The lines that Git and others leave where two sides differ. */
function isMidMerge({ text }: DependencyDocument): boolean {
  return ['<<<<<<<', '=======', '>>>>>>>'].every(mark => text.startsWith(mark) || text.includes(`\n${mark}`));
}

/** Constraints and overrides are asked of what is installed anyway, each on its own. */
function bySection(requirements: readonly Requirement[]): readonly RequirementList[] {
  const sections = new Map<string, Requirement[]>();
  for (const requirement of requirements) {
    if (requirement.role === 'constraint' || requirement.role === 'override') continue;
    const own = sections.get(requirement.section) ?? [];
    own.push(requirement);
    sections.set(requirement.section, own);
  }
  return [...sections.values()].map(own => ({ requirements: own, constraints: [] }));
}

const MOST_COMPARED = 8;

/** For each requirement the earlier ones of its name that may be in force at the same time. Of very many only some are compared. */
export function* sameNamePairs(requirements: readonly Requirement[]): Iterable<readonly [Requirement, Requirement]> {
  const repeated = repeatedNames(requirements);
  const byName = new Map<string, Requirement[]>();
  for (const requirement of requirements) {
    if (requirement.problem !== null || requirement.name === null || !repeated.has(requirement.name)) continue;
    const earlier = byName.get(requirement.name) ?? [];
    for (const other of earlier.slice(-MOST_COMPARED)) if (mayMeet(other, requirement)) yield [other, requirement];
    earlier.push(requirement);
    byName.set(requirement.name, earlier);
  }
}

function repeatedNames(requirements: readonly Requirement[]): ReadonlySet<string> {
  const [names, repeated] = [new Set<string>(), new Set<string>()];
  for (const { name } of requirements) if (name !== null) (names.has(name) ? repeated : names).add(name);
  return repeated;
}

/** The alternatives of one key, as Poetry lists them, exclude each other. */
function mayMeet(one: Requirement, other: Requirement): boolean {
  const isAlternative = one.syntax !== 'pep508' && one.nameSpan !== null && isSameStart(one, other);
  return !isAlternative && canHoldTogether(one.marker, other.marker);
}

function isSameStart({ nameSpan: one }: Requirement, { nameSpan: other }: Requirement): boolean {
  return one?.start.line === other?.start.line && one?.start.character === other?.start.character;
}

/** Where another requirement stands, for a person who looks at this one. */
export function placeFor({ file }: Requirement, other: Requirement): string {
  const line = `line ${other.span.start.line + 1}`;
  return other.file === file ? line : `${line} of ${other.file}`;
}
