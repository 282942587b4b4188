import { judgeProject } from '../../../../src/core/checks/judgeProject.ts';
import { chooseFixes } from '../../../../src/core/checks/chooseFixes.ts';
import { marksOf } from '../../../../src/core/checks/marks.ts';
import { hoverLines } from '../../../../src/core/documents/hoverLines.ts';
import { readDocument } from '../../../../src/core/documents/readDocument.ts';
import { standingOf } from '../../../../src/core/documents/standing.ts';
import { readLock } from '../../../../src/core/locks/readLock.ts';
import { readPyproject } from '../../../../src/core/project/pyproject.ts';
import { isPinnedAndHashed } from '../../../../src/core/requirementsFile/pinnedAndHashed.ts';
import { shippedList } from '../names/shippedList.ts';
import type { HostileFile } from './hostileFile.ts';

const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]/u;

/** Everything that is done with a file while somebody looks at it. Gives what went wrong; null where nothing did. */
export function judgeHostile({ file, kind, lockKind, text }: HostileFile): string | null {
  const document = kind === null ? null : readDocument(file, kind, text, { strict: true });
  const locks = lockKind === null ? [] : [readLock(file, lockKind, text)];
  const documents = document === null ? [] : [document];
  const pyproject = file === 'pyproject.toml' ? readPyproject(text) : null;
  const { findings } = judgeProject(
    { pyproject, documents, locks, filesBeside: [file] },
    { names: { fact: shippedList }, index: { missing: 'offline' }, now: { fact: 0 } },
    { profile: 'auto', pinning: 'strict', occasion: 'writing', ownVersion: '0.1.0' },
  );
  const { shown } = marksOf(findings, file, document);
  chooseFixes(findings);
  isPinnedAndHashed(file, new Map(documents.map(each => [each.file, each])));
  for (const requirement of document?.requirements ?? []) {
    const words = [standingOf(requirement, locks) ?? '', ...hoverLines(requirement, { findings, locks, index: null, names: shippedList })];
    if (words.some(word => INVISIBLE.test(word))) return `a word that cannot be seen: ${JSON.stringify(words)}`;
  }
  const hidden = shown.find(({ message }) => INVISIBLE.test(message));
  if (hidden) return `a message that cannot be seen: ${JSON.stringify(hidden.message)}`;
  const leaking = findings.find(({ message }) => message.includes(':secret@'));
  if (leaking) return `a password in a message of ${leaking.rule}`;
  return Object.hasOwn(Object.prototype, 'polluted') ? 'Object.prototype has changed' : null;
}
