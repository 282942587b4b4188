const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;

/** Where the blanks (space, tab) from `at` on end. */
export function blankEnd(text: string, at: number): number {
  let end = at;
  while (isBlank(text.charCodeAt(end))) end += 1;
  return end;
}

/** Where the line of `at` ends, without its line end. A lone CR ends a line too, as in editors. */
export function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end += 1;
  return end;
}

/** The next character that is no blank, line end or comment; the end of the text where there is none. */
export function gapEnd(text: string, at: number): number {
  let end = at;
  for (;;) {
    const code = text.charCodeAt(end);
    if (isBlank(code) || isLineEnd(code)) end += 1;
    else if (text[end] === '#') end = lineEnd(text, end);
    else return end;
  }
}

/** Whether nothing but blanks stands before `at` on its line. */
export function isFirstOnLine(text: string, at: number): boolean {
  const start = trimmedEnd(text, 0, at);
  return start === 0 || isLineEnd(text.charCodeAt(start - 1));
}

/** Whether the line ends at `at`, a comment aside. */
export function isRestOfLine(text: string, at: number): boolean {
  return at >= text.length || text[at] === '#' || isLineEnd(text.charCodeAt(at));
}

/** `end` moved back over blanks, not before `start`. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let trimmed = end;
  while (trimmed > start && isBlank(text.charCodeAt(trimmed - 1))) trimmed -= 1;
  return trimmed;
}

export function isQuote(character: string | undefined): boolean {
  return character === '"' || character === "'";
}

/** False behind the end of the text, where a code is NaN. */
export function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}
