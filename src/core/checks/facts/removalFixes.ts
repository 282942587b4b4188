import { removeRequirement } from '../../edits/requirementLineEdits.ts';
import type { PackageUse } from '../../indexFacts/packageUses.ts';
import type { Facts, Fix } from '../check.ts';
import { documentOf } from './pinFixes.ts';

/** Takes the requirement out; none for what only a lock names. */
export function removalFixes(use: PackageUse, facts: Pick<Facts, 'document'>): readonly Fix[] {
  const document = documentOf(use, facts);
  const edit = document === null || use.requirement === null ? null : removeRequirement(document, use.requirement);
  return edit === null ? [] : [{ title: `Remove ${use.facts.name}`, edits: [edit] }];
}
