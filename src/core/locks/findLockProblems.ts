import type { LockKind } from '../documents/dependencyDocument.ts';
import { parseToml, type TextProblem } from '../project/parseToml.ts';
import { linesOf } from '../text/lines.ts';
import { lockFormats } from './lockFormats.ts';
import { scanLock, type ScannedLock } from './scanLock.ts';

/** What keeps a lock from being TOML, or JSON: merge conflicts, each at its place, else the first fault that a strict parser meets. Takes a second for a lock of 3 MB. */
export function findLockProblems(text: string, kind: LockKind): readonly TextProblem[] {
  const { language } = lockFormats[kind];
  const scanned = scanLock(text, language);
  if (scanned.conflicts.length > 0) return conflictProblems(text, scanned);
  if (language === 'json') return jsonProblems(text, scanned.doubt ?? 0);
  return [parseToml(text).problem].filter(problem => problem !== null);
}

/** The same of what the scanner noticed: quick, since the strict parser sees only the tables around that place. */
export function confirmLockProblems(text: string, kind: LockKind, scanned: ScannedLock): readonly TextProblem[] {
  if (scanned.conflicts.length > 0) return conflictProblems(text, scanned);
  if (scanned.doubt === null) return [];
  return lockFormats[kind].language === 'json' ? jsonProblems(text, scanned.doubt) : tomlProblemsAround(text, scanned.doubt);
}

const CONFLICT = 'A merge conflict is not resolved here, so no tool can read this lock. Take one side, then lock again.';
const NO_JSON = 'This is not valid JSON, so no tool can read this lock. Lock again.';
const NO_TOML = 'This is not valid TOML, so no tool can read this lock. Lock again.';

function conflictProblems(text: string, { conflicts }: ScannedLock): readonly TextProblem[] {
  const { spanOf } = linesOf(text);
  return conflicts.map(start => ({ message: CONFLICT, range: spanOf(start, endOfLine(text, start)) }));
}

function jsonProblems(text: string, doubt: number): readonly TextProblem[] {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''));
    return [];
  } catch {
    return [problemAt(text, doubt, NO_JSON)];
  }
}

/** More than any package takes; a strict parser would be at it for too long. */
const LONGEST = 200_000;

/** From the table before that place to the end of its own: a header needs nothing of what stands above it. */
function tomlProblemsAround(text: string, doubt: number): readonly TextProblem[] {
  const header = text.lastIndexOf('\n[', doubt);
  const start = header <= 0 ? 0 : text.lastIndexOf('\n[', header - 1) + 1;
  const next = text.indexOf('\n[', doubt + 1);
  const end = next === -1 ? text.length : next + 1;
  if (end - start > LONGEST) return [problemAt(text, doubt, NO_TOML)];
  const { problem } = parseToml(text.slice(start, end));
  if (problem === null) return [];
  const lines = linesOf(text);
  const above = lines.positionAt(start).line;
  const below = ({ line, character }: TextProblem['range']['start']): TextProblem['range']['start'] => ({ line: line + above, character });
  return [{ message: problem.message, range: { start: below(problem.range.start), end: below(problem.range.end) } }];
}

function problemAt(text: string, start: number, message: string): TextProblem {
  return { message, range: linesOf(text).spanOf(start, Math.min(endOfLine(text, start), start + 1)) };
}

function endOfLine(text: string, start: number): number {
  const lineEnd = /[\r\n]|$/g;
  lineEnd.lastIndex = start;
  return lineEnd.exec(text)?.index ?? text.length;
}
