import type { Requirement, SpecifierClause } from '../documents/requirement.ts';
import { fileVersion } from '../indexFacts/fileVersion.ts';

/** What a requirement asks of the version: its clauses, or the version in the name of the wheel that it points to (PEP 427). */
export function versionClauses({ name, reference, clauses }: Requirement): readonly SpecifierClause[] {
  const [path = ''] = (reference?.url ?? '').split(/[?#]/, 1);
  const filename = path.slice(path.lastIndexOf('/') + 1);
  const version = filename.endsWith('.whl') ? fileVersion(filename, name ?? '') : null;
  return version === null ? clauses : [{ operator: '==', version }];
}
