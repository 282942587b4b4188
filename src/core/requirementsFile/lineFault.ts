import { quoted } from '../requirements/syntaxProblem.ts';
import type { Range } from '../toml/scanToml.ts';
import type { LineOption, SplitLine } from './splitLine.ts';
import { readHash } from './hashOption.ts';

/** Why a line cannot mean what it says; the range counts in the logical line. */
export interface LineFault {
  readonly message: string;
  readonly range: Range;
}

const OPEN_END = 'A backslash joins the next line only where nothing follows it, not even a blank: remove what does.';

/** The first fault in how a line's options are put; pip refuses it, or passes over a part of it in silence. */
export function findLineFault(text: string, split: SplitLine): LineFault | null {
  if (text.endsWith('\\')) return { message: OPEN_END, range: { start: text.length - 1, end: text.length } };
  return split.problem ?? hashFault(split) ?? (hasSubject(split) ? behindRequirement(text, split) : betweenOptions(text, split));
}

function hashFault({ options }: SplitLine): LineFault | null {
  for (const { known, value, range } of options) {
    const hash = known.name === '--hash' ? readHash(value ?? '') : null;
    if (hash !== null && 'message' in hash) return { message: hash.message, range };
  }
  return null;
}

function hasSubject({ requirement, options }: SplitLine): boolean {
  return requirement !== null || options.some(isEditable);
}

function behindRequirement(text: string, { requirement, options, strays }: SplitLine): LineFault | null {
  if (requirement === null) return null;
  const foreign = options.find(({ known }) => known.scope === 'file');
  if (foreign !== undefined)
    return { message: `pip passes over ${foreign.spelling} behind a requirement: give it a line of its own.`, range: foreign.range };
  const [stray] = strays;
  if (stray === undefined) return null;
  return { message: `pip passes over ${written(text, stray)} behind the options of a requirement: put it before them.`, range: stray };
}

function betweenOptions(text: string, { options, strays }: SplitLine): LineFault | null {
  const hash = options.find(({ known }) => known.name === '--hash');
  if (hash !== undefined)
    return { message: 'This hash belongs to no requirement: end the line before it with a backslash.', range: hash.range };
  const [, second] = options.filter(({ known }) => known.name === '--requirement' || known.name === '--constraint');
  if (second !== undefined)
    return {
      message: `pip follows one file a line, and passes over ${second.spelling} here: give it a line of its own.`,
      range: second.range,
    };
  const [stray] = strays;
  return stray === undefined ? null : { message: `pip passes over ${written(text, stray)} behind an option.`, range: stray };
}

function isEditable({ known }: LineOption): boolean {
  return known.name === '--editable';
}

function written(text: string, { start, end }: Range): string {
  return quoted(text.slice(start, end));
}
