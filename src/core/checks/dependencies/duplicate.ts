import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import type { Requirement } from '../../documents/requirement.ts';
import { removeRequirement } from '../../edits/requirementLineEdits.ts';
import { visibleText } from '../../text/visibleText.ts';
import type { Check, Fix } from '../check.ts';
import { findingOn, titleOf } from './findingOn.ts';
import { placeFor, requirementLists, sameNamePairs } from './requirementLists.ts';

export const duplicate: Check<'document'> = {
  id: 'dep/duplicate',
  title: 'No requirement is named twice',
  severity: { library: 'warning', application: 'warning' },
  documentation: {
    what: 'A package that is named again in the same list or requirements file, with the same extras and with markers that can hold at the same time.',
    why: 'Whoever changes one of the two leaves the other as it was, and some installers refuse a file that names a package twice.',
    mend: 'Keep one. Different markers, extras and groups are no duplicates, and a file may name again what it includes.',
    quickFix: 'Removes the one that says no more than the other.',
    sources: ['PEP 508', "pip's documentation: Requirements File Format"],
  },
  needs: ['document'],
  *run({ document: { documents } }) {
    const files = new Map(documents.map(document => [document.file, document]));
    const told = new Set<Requirement>();
    for (const { requirements } of requirementLists(documents)) {
      for (const [earlier, later] of sameNamePairs(requirements)) {
        if (told.has(later) || earlier.file !== later.file || extrasOf(earlier) !== extrasOf(later)) continue;
        told.add(later);
        yield findingOn(later, {
          message: `${titleOf(later)} is named already on ${placeFor(later, earlier)}. Keep one of the two.`,
          fixes: removals(files, earlier, later),
        });
      }
    }
  },
};

function extrasOf({ extras }: Requirement): string {
  return extras
    .map(extra => extra.toLowerCase())
    .sort()
    .join(',');
}

type Files = ReadonlyMap<string, DependencyDocument>;

/** Where both say the same one is plainly too much; else a person has to choose. */
function removals(files: Files, earlier: Requirement, later: Requirement): readonly Fix[] {
  const isPlain = saysNoMore(later, earlier);
  const again = removal(files, later, earlier, !isPlain);
  return isPlain ? again : [...again, ...removal(files, earlier, later, true)];
}

function saysNoMore(one: Requirement, other: Requirement): boolean {
  const isSame = one.marker === other.marker && one.reference?.url === other.reference?.url && one.isEditable === other.isEditable;
  const has = (list: readonly string[], items: readonly string[]) => items.every(item => list.includes(item));
  return isSame && has(textsOf(other), textsOf(one));
}

function textsOf({ clauses, hashes }: Requirement): readonly string[] {
  return [
    ...clauses.map(({ operator, version }) => operator + version),
    ...hashes.map(({ algorithm, digest }) => `${algorithm}:${digest}`),
  ];
}

function removal(files: Files, requirement: Requirement, kept: Requirement, needsReview: boolean): readonly Fix[] {
  const document = files.get(requirement.file);
  const edit = document ? removeRequirement(document, requirement) : null;
  const title = `Keep only ${visibleText(`${titleOf(kept)}${kept.specifier}`)} on ${placeFor(requirement, kept)}`;
  return edit === null ? [] : [{ title, needsReview, edits: [edit] }];
}
