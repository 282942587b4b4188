import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import type { Requirement } from '../../documents/requirement.ts';
import { removeRequirement } from '../../edits/requirementLineEdits.ts';
import type { Check, Fix } from '../check.ts';
import { findingOn, titleOf } from './findingOn.ts';
import { installsOf } from './installs.ts';
import { isFolder } from './localReference.ts';

export const editableInstall: Check<'document'> = {
  id: 'dep/editable',
  title: 'No hashed requirements file installs a folder',
  severity: { library: 'off', application: 'warning' },
  documentation: {
    what: 'An editable requirement (-e), or a folder, in a requirements file that is checked by hashes. uv export begins with such a line.',
    why: 'A folder has no hash: pip refuses the whole file.',
    mend: 'Export without the project (uv export --no-emit-project), and install the project by itself, without its dependencies.',
    quickFix: 'Removes the line, after showing the difference.',
    sources: ["pip's documentation: Secure installs"],
  },
  needs: ['document'],
  *run({ document: { documents } }) {
    const files = new Map(documents.map(document => [document.file, document]));
    const hashed = installsOf(documents, 'requirements').filter(({ isHashChecked }) => isHashChecked);
    for (const requirement of new Set(hashed.flatMap(({ requirements }) => requirements))) {
      if (!isUnhashable(requirement)) continue;
      yield findingOn(requirement, {
        message: `${titleOf(requirement)} is ${requirement.isEditable ? 'editable' : 'a folder'}, which has no hash: pip refuses the whole file. Export without the project.`,
        fixes: removal(files.get(requirement.file), requirement),
      });
    }
  },
};

function isUnhashable({ problem, isEditable, reference }: Requirement): boolean {
  return problem === null && (isEditable || (reference !== null && isFolder(reference)));
}

function removal(document: DependencyDocument | undefined, requirement: Requirement): readonly Fix[] {
  const edit = document && removeRequirement(document, requirement);
  return edit ? [{ title: 'Remove this line', needsReview: true, edits: [edit] }] : [];
}
