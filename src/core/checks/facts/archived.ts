import { asOfWords } from '../../indexFacts/asOfWords.ts';
import type { PackageFacts } from '../../indexFacts/indexFacts.ts';
import { packageUses } from '../../indexFacts/packageUses.ts';
import type { Finding } from '../check.ts';
import { onePerPlace, type PackageCheck, type PackagesFacts } from './factCheck.ts';
import { packageWords, quotedReason } from './factWords.ts';

/** Nobody mends an archived project any more, whatever is found in it (PEP 792). */
export const archived: PackageCheck = {
  id: 'dep/archived',
  title: 'Every package is still cared for',
  severity: { library: 'hint', application: 'info' },
  documentation: {
    what: 'The project is marked on the index as archived or deprecated.',
    why: 'Its makers expect no further releases, or advise against it: what is found in it later stays as it is.',
    mend: 'Look for a successor when there is time.',
    sources: ['PEP 792'],
  },
  needs: ['document', 'lock', 'index', 'now'],
  run: facts => onePerPlace(findings(facts)),
};

function* findings(facts: PackagesFacts): Iterable<Finding> {
  for (const { facts: known, file, span } of packageUses(facts)) {
    const what = statusWords(known);
    if (what === null) continue;
    const message = `${packageWords(known, null)} is ${what} on ${known.indexName}${quotedReason(known.statusReason)}`;
    yield { message: `${message} Faults found in it later may stay.${asOfWords(facts.index.asOf)}`, file, span, package: known.name };
  }
}

function statusWords({ status }: PackageFacts): string | null {
  return status === 'archived' || status === 'deprecated' ? status : null;
}
