import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import type { Requirement } from '../../documents/requirement.ts';
import { oncePer } from '../../edits/oncePerDocument.ts';
import { normalizeName } from '../../names/normalizeName.ts';
import { tableAt, textsAt, valueAt } from '../../project/tomlTable.ts';
import type { DocumentFacts } from '../check.ts';

/**
 * What stands in the metadata that users of a release get: its dependencies and extras, as far as they can be read.
 * An extra that names the project's own extras is none of them.
 */
export const publishedRequirements: (facts: DocumentFacts) => readonly Requirement[] = oncePer(({ documents, pyproject }) => {
  const own = pyproject?.facts.name;
  const ownName = own ? normalizeName(own) : null;
  const isPublished = ({ role, name, section, problem }: Requirement) =>
    problem === null && (role === 'main' || role === 'extra') && (name === null || name !== ownName) && !isEnrichment(section, pyproject);
  return documents.filter(({ kind }) => kind === 'pyproject').flatMap(({ requirements }) => requirements.filter(isPublished));
});

/** Beside `project.dependencies` Poetry's own table only says where it gets them from itself. */
export function isEnrichment(section: string, pyproject: DocumentFacts['pyproject']): boolean {
  if (section !== 'tool.poetry.dependencies') return false;
  const project = tableAt(pyproject?.document ?? null, ['project']);
  return valueAt(project, ['dependencies']) !== undefined && !textsAt(project, ['dynamic']).includes('dependencies');
}

/** What Poetry's own table says beside `project.dependencies`: not published, but what Poetry installs. */
export function enrichments({ requirements }: DependencyDocument): readonly Requirement[] {
  return requirements.filter(
    ({ role, section, problem }) => role === 'override' && section === 'tool.poetry.dependencies' && problem === null,
  );
}
