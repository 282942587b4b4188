import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import { asOfWords } from '../../indexFacts/asOfWords.ts';
import { normalizeName } from '../../names/normalizeName.ts';
import { popularityOf } from '../../names/popularity.ts';
import { visibleText } from '../../text/visibleText.ts';
import type { Check, DocumentFacts, Finding, NameFacts } from '../check.ts';
import { findingOn } from '../dependencies/findingOn.ts';
import { onePerPlace } from '../facts/factCheck.ts';
import { lookAlikeOf, type LookAlike } from './lookAlikeOf.ts';
import { nameStanding } from './nameStanding.ts';
import { namesFromElsewhere } from './namesFromElsewhere.ts';
import { replaceNameFix } from './replaceNameFix.ts';
import { shownName, writtenName, type WrittenName } from './writtenName.ts';

/** A name one slip away from a popular one waits for those who mistype it, or who are told it by a program that invents names. */
export const typosquat: Check<'document' | 'names'> = {
  id: 'dep/typosquat',
  title: 'No name is a look-alike of a popular project',
  severity: { library: 'warning', application: 'warning' },
  documentation: {
    what: 'A requirement whose name is not among the 15,000 most downloaded projects but closely resembles one of them: misspelt, with its words in another order, with letters of another alphabet, or with a word added that only draws attention. A hint where the name of a module stands for the project that brings it, as cv2 for opencv-python. Projects that have been there for long are marked only where they are very like another. Names are compared with lists that come with Countersign; nothing is sent anywhere. What an index tells, where it is asked, makes the finding graver (malware, quarantine, a single release of the last days) or a hint (years old, with many releases).',
    why: 'Malicious projects are published under names that people type by mistake, and their code runs as soon as they are installed.',
    mend: 'Look at the name again. If you mean this project, add it to names in [tool.countersign] with the reason, so that nobody is asked again; without a pyproject.toml write the comment "# countersign: ignore[dep/typosquat]" with the reason beside it. A name that comes from a folder, an address or a private index of its own is never marked; a private index for everything may be a mirror, and changes nothing.',
    quickFix: 'Writes the other name instead, and takes out hashes, which belong to other files.',
    sources: ['PEP 503', 'PEP 541'],
  },
  needs: ['document', 'names'],
  run: ({ document, names }) => onePerPlace(findings(document, names)),
};

function* findings({ pyproject, documents }: DocumentFacts, names: NameFacts): Iterable<Finding> {
  const ownName = normalizeName(pyproject?.facts.name ?? '');
  for (const document of documents) {
    for (const requirement of document.requirements) {
      const written = requirement.reference === null ? writtenName(requirement, document) : null;
      const lookAlike = written === null ? null : lookAlikeOf(written.name, names.list);
      if (written === null || lookAlike === null || written.name === ownName) continue;
      if (!namesFromElsewhere(documents).has(written.name)) yield finding(written, lookAlike, document, names);
    }
  }
}

function finding(written: WrittenName, lookAlike: LookAlike, document: DependencyDocument, { list, index, now }: NameFacts): Finding {
  const { name, requirement, span } = written;
  const shown = visibleText(shownName(written, document));
  const standing = nameStanding(index?.packages.get(name) ?? null, now);
  const severity = standing.severity ?? (lookAlike.kind === 'module' ? 'hint' : null);
  const fix = replaceNameFix(written, document, lookAlike.target);
  const popularity = popularityOf(lookAlike.target, list)?.words;
  const told = standing.words === '' ? '' : ` ${standing.words}${asOfWords(index?.asOf ?? null)}`;
  return findingOn(requirement, {
    message: `${likenessWords(shown, lookAlike)}${popularity === undefined ? '' : `, ${popularity}`}.${told}`,
    span,
    ...(severity !== null && { severity }),
    ...(fix !== null && { fixes: [fix] }),
  });
}

function likenessWords(shown: string, { kind, target, reason }: LookAlike): string {
  if (kind === 'module') return `"${shown}" is the name of a module; the project that brings it is "${target}"`;
  return `"${shown}" looks like "${target}" (${reason})`;
}
