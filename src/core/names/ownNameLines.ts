import { visibleText } from '../text/visibleText.ts';
import { judgeOwnName } from './judgeOwnName.ts';
import type { NameList } from './nameList.ts';
import { popularityLine } from './popularityLine.ts';

/** What is known of a project's own name before it is published, a sentence each. The index is not asked: the name may be secret still. */
export function ownNameLines(name: string, list: NameList): readonly string[] {
  const shown = visibleText(name);
  const popularity = popularityLine(name, list);
  if (popularity !== null) return [`${popularity}: ${popularWords}.`, 'If this is to be another project, its name is taken.'];
  const judgement = judgeOwnName(name, list);
  switch (judgement.kind) {
    case 'refused':
      return [`PyPI will refuse a first release as "${shown}": ${judgement.reason}${targetWords(judgement.target)}.`];
    case 'confusable': {
      const { target, reason } = judgement.judgement;
      return [`"${shown}" looks like "${target}" (${reason}): PyPI takes such a name, but people may take it for the other.`];
    }
    case 'probably-free':
      return [`Nothing speaks against "${shown}" as the name of a new project: it is probably free. Only PyPI knows.`];
  }
}

/** What goes with so much trust. */
export const popularWords = 'such a project deserves a security key and a second maintainer';

export function targetWords(target: string | null): string {
  return target === null ? '' : `, "${target}"`;
}
