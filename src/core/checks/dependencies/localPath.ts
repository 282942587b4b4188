import type { Requirement } from '../../documents/requirement.ts';
import type { Profile } from '../../project/projectProfile.ts';
import type { Check, DocumentFacts } from '../check.ts';
import { findingOn, titleOf } from './findingOn.ts';
import { isLocal } from './localReference.ts';
import { moveReference } from './moveReference.ts';
import { enrichments, publishedRequirements } from './publishedRequirements.ts';

export const localPath: Check<'document'> = {
  id: 'dep/local-path',
  title: 'No published dependency is a path',
  severity: { library: 'error', application: 'info' },
  documentation: {
    what: 'A dependency or extra that points to a file or folder: a path dependency of Poetry or PDM, or a file: address in [project]. In an application also a path that Poetry’s table adds to a dependency of [project]. What tool.uv.sources says is a developer’s own matter and not meant.',
    why: 'The path is not there for those who install the release, and PyPI refuses metadata that names it. In an application it ties the installation to one arrangement of folders.',
    mend: 'Name a released version, and keep the path in tool.uv.sources or in a dependency group.',
    quickFix: 'Moves it to a dependency group, or to `[tool.uv.sources]` in a project of uv, after showing the difference.',
    sources: ['PEP 440, Direct references', "PyPI's rules for uploads"],
  },
  needs: ['document'],
  *run({ document }, profile) {
    for (const requirement of concerned(document, profile)) {
      if (requirement.reference === null || !isLocal(requirement.reference)) continue;
      const message = `${titleOf(requirement)} ${consequence[profile]}`;
      const published = profile === 'library' && { rejection: 'C8', fixes: moveReference(document, requirement) };
      yield findingOn(requirement, { message, ...published });
    }
  },
};

/** What Poetry's table adds to `project.dependencies` is not published, but an application is installed by it. */
function concerned(facts: DocumentFacts, profile: Profile): readonly Requirement[] {
  const published = publishedRequirements(facts);
  return profile === 'library' ? published : [...published, ...facts.documents.flatMap(enrichments)];
}

const consequence: Readonly<Record<Profile, string>> = {
  library:
    'is taken from a path, which those who install the release do not have. PyPI refuses it: name a version, and keep the path where it is not published.',
  application: 'is taken from a path: the application installs only where that path is.',
};
