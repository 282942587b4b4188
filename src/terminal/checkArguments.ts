import { severities, type Severity } from '../core/checks/check.ts';
import { readAskedIndex, type AskedIndex } from '../core/indexFacts/askedIndex.ts';
import { parseWebAddress } from '../core/indexes/webAddress.ts';
import type { Profile } from '../core/project/projectProfile.ts';
import { visibleText } from '../core/text/visibleText.ts';
import type { OptionTable, Surroundings } from './surroundings.ts';

export interface CheckArguments {
  /** As given; the working folder where none is. */
  readonly paths: readonly string[];
  readonly profile: Profile | 'auto';
  readonly offline: boolean;
  /** The root of the Simple API that is asked first, instead of the project's own index; null for that one. */
  readonly index: AskedIndex | null;
  readonly format: 'text' | 'json' | 'sarif' | 'github';
  /** Whether the repairs that need nobody's eyes are written into the files. */
  readonly fix: boolean;
  /** The slightest severity that makes the command end with 1. */
  readonly failOn: Severity;
  readonly help: boolean;
}

const options = {
  profile: { type: 'string' },
  offline: { type: 'boolean' },
  index: { type: 'string' },
  format: { type: 'string' },
  fix: { type: 'boolean' },
  'fail-on': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} satisfies OptionTable;

const profiles = ['auto', 'library', 'application'] as const;
const formats = ['text', 'json', 'sarif', 'github'] as const;

/** The words behind `check`. The problem is a sentence for a person. */
export function readCheckArguments(
  words: readonly string[],
  surroundings: Pick<Surroundings, 'parseArguments'>,
): CheckArguments | { readonly problem: string } {
  const parsed = surroundings.parseArguments(words, options);
  if ('problem' in parsed) return { problem: visibleText(parsed.problem) };
  const { values, positionals } = parsed;
  const profile = choose('profile', values['profile'] ?? 'auto', profiles);
  if (typeof profile === 'object') return profile;
  const format = choose('format', values['format'] ?? 'text', formats);
  if (typeof format === 'object') return format;
  const failOn = choose('fail-on', values['fail-on'] ?? 'error', severities);
  if (typeof failOn === 'object') return failOn;
  if (positionals.includes('')) return { problem: 'A PATH is empty.' };
  const index = readIndex(values['index']);
  if (index !== null && 'problem' in index) return index;
  return {
    paths: positionals.length === 0 ? ['.'] : positionals,
    profile,
    offline: values['offline'] === true,
    index,
    format,
    fix: values['fix'] === true,
    failOn,
    help: values['help'] === true,
  };
}

function readIndex(written: string | boolean | undefined): AskedIndex | null | { readonly problem: string } {
  if (typeof written !== 'string') return null;
  const read = parseWebAddress(written);
  if ('problem' in read) return { problem: `--index: the address ${read.problem}` };
  const index = readAskedIndex(written);
  return index ?? { problem: '--index: the address is plain http, which anybody on the way can change. Write https.' };
}

function choose<T extends string>(option: string, value: string | boolean, choices: readonly T[]): T | { readonly problem: string } {
  const choice = choices.find(known => known === value);
  return choice ?? { problem: `--${option} is one of ${choices.join(', ')}, not "${visibleText(String(value))}".` };
}

/** Whether a finding is as grave as the person asked for. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(least);
}
