import { asOfWords } from '../../indexFacts/asOfWords.ts';
import { packageUses } from '../../indexFacts/packageUses.ts';
import type { Finding } from '../check.ts';
import { onePerPlace, type PackageCheck, type PackagesFacts } from './factCheck.ts';
import { packageWords, quotedReason } from './factWords.ts';

/** An index quarantines what it suspects, and offers none of its files until that is cleared up (PEP 792). */
export const quarantined: PackageCheck = {
  id: 'dep/quarantined',
  title: 'No package is held in quarantine',
  severity: { library: 'warning', application: 'warning' },
  documentation: {
    what: 'The index holds the project in quarantine.',
    why: 'An index does that where it suspects malware or a stolen account. Nothing of the project can be installed until it is cleared up.',
    mend: 'Do without the package for now, and look at what it did where it is installed already.',
    sources: ['PEP 792'],
  },
  needs: ['document', 'lock', 'index', 'now'],
  run: facts => onePerPlace(findings(facts)),
};

function* findings(facts: PackagesFacts): Iterable<Finding> {
  for (const { facts: known, file, span } of packageUses(facts)) {
    if (known.status !== 'quarantined') continue;
    const what = `${known.indexName} holds ${packageWords(known, null)} in quarantine${quotedReason(known.statusReason)}`;
    yield {
      message: `${what} It cannot be installed, and may be unsafe where it is.${asOfWords(facts.index.asOf)}`,
      file,
      span,
      package: known.name,
    };
  }
}
