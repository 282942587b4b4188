import type { DependencyDocument, FileInclude } from '../documents/dependencyDocument.ts';
import type { Span } from '../text/span.ts';
import { wholeFile } from '../text/span.ts';
import { visibleText } from '../text/visibleText.ts';
import type { PinObjection } from './pinObjection.ts';

/** What installers read when they are given a file. A file may be there twice, once in each role. */
export interface FollowedIncludes {
  /** With the file itself, each once. */
  readonly requirements: readonly DependencyDocument[];
  readonly constraints: readonly DependencyDocument[];
  /** What is missing, or leads back to where it came from. */
  readonly objections: readonly PinObjection[];
}

type Documents = ReadonlyMap<string, DependencyDocument>;

/** A file to be entered, by the inclusion that leads there, or to be left. */
interface Step {
  readonly file: string;
  readonly from: { readonly file: string; readonly span: Span; readonly written: string } | null;
}

/** Follows `-r` and `-c`; inside constraints `-r` still names requirements, as pip has it. */
export function followIncludes(file: string, documents: Documents): FollowedIncludes {
  const objections: PinObjection[] = [];
  const entered = new Map<string, 'open' | 'done'>();
  const roles = { requirements: new Set([file]), constraints: new Set<string>() };
  const steps: Step[] = [{ file, from: { file, span: wholeFile, written: file } }];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const { from } = step;
    if (from === null) entered.set(step.file, 'done');
    else if (entered.get(step.file) === 'open') objections.push(objection(from, 'leads back to itself.'));
    else if (!entered.has(step.file)) {
      const document = documents.get(step.file);
      if (document === undefined) objections.push(objection(from, 'is not there.'));
      entered.set(step.file, 'open');
      steps.push(
        { file: step.file, from: null },
        ...(document?.includes ?? []).flatMap(include => stepInto(include, step.file, roles, objections)),
      );
    }
  }
  return { requirements: chosen(roles.requirements, documents), constraints: chosen(roles.constraints, documents), objections };
}

function stepInto(
  { kind, target, span, written }: FileInclude,
  file: string,
  roles: Readonly<Record<FileInclude['kind'], Set<string>>>,
  objections: PinObjection[],
): readonly Step[] {
  if (target === null) {
    objections.push({ file, span, why: `${visibleText(written)} cannot be followed, so nothing is known of it.` });
    return [];
  }
  roles[kind].add(target);
  return [{ file: target, from: { file, span, written } }];
}

function objection({ file, span, written }: NonNullable<Step['from']>, why: string): PinObjection {
  return { file, span, why: `${visibleText(written)} ${why}` };
}

function chosen(files: ReadonlySet<string>, documents: Documents): readonly DependencyDocument[] {
  return [...files].flatMap(file => documents.get(file) ?? []);
}
