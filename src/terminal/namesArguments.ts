import { visibleText } from '../core/text/visibleText.ts';
import type { Surroundings } from './surroundings.ts';

export type NamesArguments = { readonly help: boolean; readonly isOwn: boolean } | { readonly problem: string };

/** The words behind `names`: names themselves come on standard input, so that there may be any number of them. */
export function readNamesArguments(words: readonly string[], { parseArguments }: Pick<Surroundings, 'parseArguments'>): NamesArguments {
  const read = parseArguments(words, { help: { type: 'boolean', short: 'h' }, own: { type: 'boolean' } });
  if ('problem' in read) return read;
  const [first] = read.positionals;
  if (first !== undefined) return { problem: `names reads from standard input, one name a line, not "${visibleText(first)}".` };
  return { help: read.values['help'] === true, isOwn: read.values['own'] === true };
}
