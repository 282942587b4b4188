const BLANKS = /[ \t]*/y;

/** The offset after blanks and tabs, the only white space that PEP 508 takes between its parts. */
export function skipBlanks(text: string, offset: number): number {
  return offset + matchAt(BLANKS, text, offset).length;
}

/** The offset, not below `start`, from which on a text has only blanks and tabs. */
export function endWithoutBlanks(text: string, start: number): number {
  let end = text.length;
  while (end > start && (text.charAt(end - 1) === ' ' || text.charAt(end - 1) === '\t')) end -= 1;
  return end;
}

/** What a sticky expression matches at an offset; empty where it does not. */
export function matchAt(expression: RegExp, text: string, offset: number): string {
  expression.lastIndex = offset;
  return expression.exec(text)?.[0] ?? '';
}
