import { isValidName } from '../names/normalizeName.ts';
import type { Range } from '../toml/scanToml.ts';
import type { FileLine } from './fileLine.ts';
import type { LineOption } from './splitLine.ts';

/** Why an installer refuses a line for its options; the range counts in the line. */
export interface OptionFault {
  readonly range: Range;
  readonly why: string;
}

/** What pip reads of a line's layout and options, and uv does not; or one pip and not the next. */
export function optionFaults(line: FileLine): readonly OptionFault[] {
  const { requirement, options } = line.split;
  const isBroken = requirement !== null && !isOnOneLine(line, requirement);
  const broken = isBroken ? [{ range: requirement, why: 'uv wants a requirement on one line, its hashes aside.' }] : [];
  return [...broken, ...options.flatMap((option, index) => fault(line, option, index === options.length - 1) ?? [])];
}

function fault(line: FileLine, option: LineOption, isLast: boolean): OptionFault | null {
  const why =
    whyMisspelled(line, option) ?? (line.split.requirement === null ? whyValueRefused(option, isLast) : whyHashUnread(line, option));
  return why === null ? null : { range: option.range, why };
}

/** The options that uv reads or passes over, as it wants them spelled. */
const OF_FILES = new Set([
  ...['-r', '--requirement', '-c', '--constraint', '-e', '--editable', '-i', '--index-url', '--extra-index-url', '-f', '--find-links'],
  ...['--no-index', '--require-hashes', '--no-binary', '--only-binary', '--pre', '--prefer-binary', '--trusted-host', '--use-feature'],
]);

function whyMisspelled(line: FileLine, { range, spelling, value }: LineOption): string | null {
  const isKnown = line.split.requirement === null ? OF_FILES.has(spelling) : spelling === '--hash';
  if (!isKnown) return `uv does not read ${spelling} here.`;
  if (!isOnOneLine(line, range)) return 'uv wants an option and its value on one line.';
  const isApart = /^[= \t]/.test(line.text.slice(range.start + spelling.length, range.end));
  return value === null || isApart ? null : `uv wants a blank or = behind ${spelling}.`;
}

function whyHashUnread(line: FileLine, { range, value }: LineOption): string | null {
  return line.text.slice(range.start, range.end).endsWith(value ?? '') ? null : 'uv reads a quote as a part of the hash.';
}

/** uv takes the rest of the line for one value. */
const TO_THE_END = new Set(['--requirement', '--constraint', '--find-links', '--no-binary', '--only-binary']);
/** Those that all of pip 24.0, 25.3 and 26 know. */
const FEATURES = new Set(['fast-deps', 'truststore', 'no-binary-enable-wheel-cache']);

function whyValueRefused({ known: { name }, spelling, value }: LineOption, isLast: boolean): string | null {
  if (!isLast && TO_THE_END.has(name)) return `uv takes the rest of the line for the value of ${spelling}.`;
  const isBinary = name === '--no-binary' || name === '--only-binary';
  if (isBinary && !isOneName(value ?? '')) return `uv wants one name behind ${spelling}, or :all: or :none:.`;
  if (name === '--use-feature' && !FEATURES.has(value ?? '')) return 'Not every pip knows this feature.';
  const isIndex = name === '--index-url' || name === '--extra-index-url';
  return isIndex && !/[:/.]/.test(value ?? '') ? 'This is no address.' : null;
}

function isOneName(value: string): boolean {
  return value === ':all:' || value === ':none:' || isValidName(value);
}

function isOnOneLine(line: FileLine, range: Range): boolean {
  const { start, end } = line.spanOf(range);
  return start.line === end.line;
}
