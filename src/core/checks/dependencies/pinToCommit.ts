import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import type { Requirement } from '../../documents/requirement.ts';
import { editable } from '../../edits/editableDocument.ts';
import type { Fix } from '../check.ts';

/** Puts a commit in the place of the branch or tag; none where that is not written in one of the usual ways. */
export function pinToCommit(document: DependencyDocument, requirement: Requirement, commit: string): readonly Fix[] {
  const { text, lines, edit } = editable(document);
  const { start, end } = requirement.syntax === 'pep508' ? (requirement.reference?.span ?? requirement.span) : requirement.span;
  const from = lines.offsetAt(start);
  const written = text.slice(from, lines.offsetAt(end));
  const place = requirement.syntax === 'pep508' ? placeInUrl(written, requirement) : placeInTable(written, requirement);
  if (place === null) return [];
  const title = `Pin to the commit ${commit.slice(0, 12)}, as locked`;
  return [{ title, edits: [edit(from + place.start, from + place.end, place.before + commit + place.after)] }];
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

function placeInUrl(written: string, { reference }: Requirement): Place | null {
  const revision = reference?.revision ?? null;
  const [address = ''] = written.split('#', 1);
  if (revision === null) return { start: address.length, end: address.length, before: '@', after: '' };
  const start = address.length - revision.length;
  return address.endsWith(`@${revision}`) ? { start, end: address.length, before: '', after: '' } : null;
}

/** In an inline table: `{ git = "…", branch = "main" }`; a Pipfile says `ref`. */
function placeInTable(written: string, { syntax }: Requirement): Place | null {
  const key = syntax === 'pipfile' ? 'ref' : 'rev';
  const named = /\b(?:branch|tag|rev|ref)[ \t]*=[ \t]*(["'])[^"'\r\n]*\1/.exec(written);
  const before = `${key} = "`;
  if (named !== null) return { start: named.index, end: named.index + named[0].length, before, after: '"' };
  const git = /\bgit[ \t]*=[ \t]*(["'])[^"'\r\n]*\1/.exec(written);
  if (git === null || !/[{]/.test(written.slice(0, git.index))) return null;
  const after = git.index + git[0].length;
  return { start: after, end: after, before: `, ${before}`, after: '"' };
}
