import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import type { Requirement } from '../../documents/requirement.ts';
import type { NameList } from '../../names/nameList.ts';
import type { ReportedFinding } from '../runChecks.ts';
import { lookAlikeOf } from './lookAlikeOf.ts';
import { writtenName } from './writtenName.ts';

/** What stands beside a dependency whose name is marked, instead of how it is pinned; null for all others. */
export function lookAlikePhrase(
  requirement: Requirement,
  document: DependencyDocument,
  findings: readonly ReportedFinding[],
  list: NameList,
): string | null {
  const written = writtenName(requirement, document);
  const lookAlike = written && lookAlikeOf(written.name, list);
  if (written === null || lookAlike === null) return null;
  const { line, character } = written.span.start;
  const isMarked = findings.some(
    ({ rule, file, span: { start } }) =>
      rule === 'dep/typosquat' && file === requirement.file && start.line === line && start.character === character,
  );
  if (!isMarked) return null;
  return lookAlike.kind === 'module' ? `a module of ${lookAlike.target}` : `looks like ${lookAlike.target}`;
}
