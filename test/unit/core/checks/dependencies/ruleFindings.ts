import type { Check, Finding, Fix } from '../../../../../src/core/checks/check.ts';
import { applyEdits } from '../../../../../src/core/checks/chooseFixes.ts';
import type { Profile } from '../../../../../src/core/project/projectProfile.ts';
import { linesOf } from '../../../../../src/core/text/lines.ts';
import { projectFacts, type Texts } from '../projectFacts.ts';

export type OfflineCheck = Check<'document' | 'lock'>;

export function findingsOf(check: OfflineCheck, texts: Texts, profile: Profile = 'library'): readonly Finding[] {
  return [...check.run(projectFacts(texts), profile)];
}

/** One line a finding: how grave, the file, the line (from 1), and what exactly is marked. */
export function marksOf(check: OfflineCheck, texts: Texts, profile: Profile = 'library'): readonly string[] {
  return findingsOf(check, texts, profile).map(finding => {
    const severity = finding.severity ?? check.severity[profile];
    return `${severity} ${finding.file}:${finding.span.start.line + 1} ${markedText(texts, finding)}`;
  });
}

export function markedText(texts: Texts, { file, span }: Finding): string {
  const text = texts[file] ?? '';
  const lines = linesOf(text);
  return text.slice(lines.offsetAt(span.start), lines.offsetAt(span.end));
}

/** The texts after one of the fixes of the first finding; titles are told where there is none of that number. */
export function afterFix(check: OfflineCheck, texts: Texts, profile: Profile = 'library', number = 0): Texts {
  const fixes = findingsOf(check, texts, profile)[0]?.fixes ?? [];
  const fix = fixes[number];
  if (fix === undefined) throw new Error(`no fix ${number}, only: ${fixes.map(({ title }) => title).join(', ')}`);
  return applyFix(texts, fix);
}

export function applyFix(texts: Texts, { edits }: Fix): Texts {
  const entries = Object.entries(texts).map(
    ([file, text]) =>
      [
        file,
        applyEdits(
          text,
          edits.filter(edit => edit.file === file),
        ),
      ] as const,
  );
  return Object.fromEntries(entries);
}

export function fixTitles(check: OfflineCheck, texts: Texts, profile: Profile = 'library'): readonly string[] {
  return findingsOf(check, texts, profile).flatMap(({ fixes = [] }) =>
    fixes.map(({ title, needsReview }) => title + (needsReview ? ' (review)' : '')),
  );
}
