import { readToolTable, TOOL_FILE } from '../../project/toolTable.ts';
import type { Check } from '../check.ts';
import type { ReportedFinding } from '../runChecks.ts';
import type { UnusedSuppression } from '../suppressions.ts';

/** By itself it finds entries that are past their date. What silences nothing is known only after all checks: `staleSuppressions` tells it. */
export const staleIgnore: Check<'document' | 'now'> = {
  id: 'config/stale-ignore',
  title: 'Every suppression still silences something',
  severity: { library: 'info', application: 'info' },
  documentation: {
    what: 'A comment "# countersign: ignore[…]" or an entry of [tool.countersign] ignore that silences nothing, or whose date has passed. Only rules that were run count: offline, a suppression of a rule that asks the index is left alone.',
    why: 'A suppression that is left behind hides the next fault of its kind, which nobody has looked at.',
    mend: 'Remove it. If its date has passed and the reason still holds, set a new date.',
    sources: [],
  },
  needs: ['document', 'now'],
  *run({ document: { documents }, now }) {
    for (const { rule, ends, span } of readToolTable(documents).ignore) {
      if (ends === null || now < ends) continue;
      yield {
        message: `The date of this entry has passed, so ${rule} is reported again. Remove it, or set a new date.`,
        file: TOOL_FILE,
        span,
      };
    }
  },
};

/** What to say of the suppressions that `applySuppressions` found no use for. */
export function staleSuppressions(unused: readonly UnusedSuppression[]): readonly ReportedFinding[] {
  return unused.map(({ rule, file, span }) => ({
    rule: staleIgnore.id,
    severity: 'info',
    message: `This silences nothing: ${rule} finds no fault here. Remove it.`,
    file,
    span,
  }));
}
