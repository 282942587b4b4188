/** What a build prints around the cause: its own steps, tips, and the frames of tracebacks. */
const FRAME = /^(\* |- |TIP |Traceback|File "|\^+$|ERROR (Backend|Command)|subprocess\.CalledProcessError|note: |raise )/;
const LONGEST = 300;

/**
 * The one line of a failed build that tells the cause: what pip calls an error, else the last line that is neither
 * a step nor a frame. Empty where there is none.
 */
export function lastWords(lines: readonly string[]): string {
  const told = lines
    .filter((_line, at) => !isSourceLine(lines, at))
    .map(line => line.trim())
    .filter(line => line !== '' && !FRAME.test(line));
  const words = told.findLast(line => line.startsWith('ERROR: ')) ?? told.at(-1) ?? '';
  return words.replace(/^ERROR: /, '').slice(0, LONGEST);
}

/** The line of code that a traceback quotes below each frame. */
function isSourceLine(lines: readonly string[], at: number): boolean {
  return /^\s*File "/.test(lines[at - 1] ?? '') && /^\s/.test(lines[at] ?? '');
}
