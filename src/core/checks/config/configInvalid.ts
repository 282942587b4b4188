import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import { judgeRequiredVersion } from '../../project/requiredVersion.ts';
import { readToolTable, TOOL_FILE, type RequiredVersion } from '../../project/toolTable.ts';
import type { Check, Finding } from '../check.ts';
import { silencingProblem } from '../ruleNames.ts';

/** A setting that cannot be followed must not pass for one that is. A version that is not met is an error: the other checks are not the ones the project asks for. */
export const configInvalid: Check<'document'> = {
  id: 'config/invalid',
  title: 'The project’s settings for Countersign can be followed',
  severity: { library: 'warning', application: 'warning' },
  documentation: {
    what: 'A setting in [tool.countersign], or a comment "# countersign: ignore[…]", that cannot be followed: an unknown key or rule, another kind of value, a missing reason. An error where required-version asks for another Countersign than this one.',
    why: 'Who wrote the setting believes that it holds. A suppression that cannot be followed hides nothing, and a rule that is misspelt is never switched on.',
    mend: 'Write the setting as the message says. Every suppression names its rules and gives a reason.',
    sources: [],
  },
  needs: ['document'],
  *run({ document: { documents, ownVersion } }) {
    const { requiredVersion, problems } = readToolTable(documents);
    if (requiredVersion) yield* versionFindings(requiredVersion, ownVersion);
    for (const { message, range } of problems) yield { message, file: TOOL_FILE, span: range };
    for (const document of documents) yield* commentFindings(document);
  },
};

function versionFindings({ value, span }: RequiredVersion, ownVersion: string): readonly Finding[] {
  const problem = judgeRequiredVersion(value, ownVersion);
  if (problem === null) return [];
  return [{ message: problem.message, file: TOOL_FILE, span, ...(problem.kind === 'unmet' && { severity: 'error' }) }];
}

function commentFindings({ file, suppressions }: DependencyDocument): readonly Finding[] {
  return suppressions.flatMap(({ rules, reason, span }) => commentProblems(rules, reason).map(message => ({ message, file, span })));
}

function commentProblems(rules: readonly string[], reason: string): readonly string[] {
  if (rules.length === 0) return ['This comment names no rule, so it silences nothing. Write ignore[dep/unpinned], or another.'];
  if (reason.trim() === '') return ['This comment gives no reason, so it silences nothing. Write one after the bracket.'];
  return rules.map(silencingProblem).filter(problem => problem !== null);
}
