import toml from 'toml';

import { linesOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { TomlTable } from './tomlTable.ts';
import { explainGrammar, explainRule, type TomlExpectation } from './tomlErrors.ts';

/** What is wrong with a text, and where. */
export interface TextProblem {
  readonly message: string;
  readonly range: Span;
}

/** Null where the text is not TOML; the problem says why. Whole numbers come as `bigint`, so that 64-bit ones are kept. */
export interface TomlReading {
  readonly document: TomlTable | null;
  readonly problem: TextProblem | null;
}

/** Reads TOML 1.1 strictly. A parser stops at the first fault, so there is one problem at most. */
export function parseToml(text: string): TomlReading {
  try {
    return { document: toml.parse(text, { bigint: true }) as TomlTable, problem: null };
  } catch (error) {
    const { message, offset, length } = locate(error, text);
    return { document: null, problem: { message, range: linesOf(text).spanOf(offset, offset + length) } };
  }
}

/** The parser throws two shapes: of its grammar, with an offset, and of its rules on keys and values, with line and column from 1. */
interface GrammarError {
  readonly expected: readonly TomlExpectation[];
  readonly found: string | null;
  readonly location: { readonly start: { readonly offset: number } };
}
interface RuleError {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

function locate(error: unknown, text: string): { readonly message: string; readonly offset: number; readonly length: number } {
  if (isGrammarError(error)) {
    const { offset } = error.location.start;
    return { message: explainGrammar(error.expected, error.found), offset, length: error.found?.trim().length ?? 0 };
  }
  if (isRuleError(error)) {
    const offset = lineFeedOffset(text, error.line) + error.column - 1;
    return { message: explainRule(error.message), offset, length: lengthOfLineFrom(text, offset) };
  }
  return { message: 'This file is nested too deeply to be read.', offset: 0, length: 0 };
}

function isGrammarError(error: unknown): error is GrammarError {
  return error instanceof Error && 'location' in error && 'expected' in error;
}

function isRuleError(error: unknown): error is RuleError {
  return error instanceof Error && 'line' in error && 'column' in error;
}

/** The parser counts lines by LF alone. */
function lineFeedOffset(text: string, line: number): number {
  let offset = 0;
  for (let number = 1; number < line; number += 1) offset = text.indexOf('\n', offset) + 1;
  return offset;
}

function lengthOfLineFrom(text: string, offset: number): number {
  return (/^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '').trimEnd().length;
}
