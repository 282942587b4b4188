import { applyEdits } from '../../../../src/core/checks/chooseFixes.ts';
import type { Check, DocumentFacts, Finding } from '../../../../src/core/checks/check.ts';
import { linesOf } from '../../../../src/core/text/lines.ts';
import { projectFacts, type OfflineFacts, type Texts } from './projectFacts.ts';

export type OfflineCheck = Check<'document'> | Check<'document' | 'lock'>;

export function findingsOf(check: OfflineCheck, texts: Texts, others: Partial<DocumentFacts> = {}): readonly Finding[] {
  const facts: OfflineFacts = projectFacts(texts, others);
  return [...check.run(facts, 'library')];
}

/** Each finding as its file, its line from 1 and what stands there: `pyproject.toml:3 "foo"`. */
export function marksOf(check: OfflineCheck, texts: Texts, others: Partial<DocumentFacts> = {}): readonly string[] {
  return findingsOf(check, texts, others).map(({ file, span }) => {
    const lines = linesOf(texts[file] ?? '');
    const written = (texts[file] ?? '').slice(lines.offsetAt(span.start), lines.offsetAt(span.end));
    return `${file}:${span.start.line + 1} ${written}`;
  });
}

/** The files after the first fix of each finding, which do not overlap. */
export function mended(check: OfflineCheck, texts: Texts, others: Partial<DocumentFacts> = {}): Texts {
  const edits = findingsOf(check, texts, others).flatMap(({ fixes }) => fixes?.[0]?.edits ?? []);
  return Object.fromEntries(
    Object.entries(texts).map(([file, text]) => [
      file,
      applyEdits(
        text,
        edits.filter(edit => edit.file === file),
      ),
    ]),
  );
}
