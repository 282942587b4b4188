import { matchAt } from './blanks.ts';

const IDENTIFIER = /[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_])?/y;
const LETTER = /[\p{L}\p{N}_]/uy;

/**
 * A name of a project or extra (PEP 508, Names) at an offset; empty where none stands there. Like `packaging` it may end in `_`;
 * a name that runs on in a letter outside ASCII is none.
 */
export function readIdentifier(text: string, offset: number): string {
  const identifier = matchAt(IDENTIFIER, text, offset);
  return matchAt(LETTER, text, offset + identifier.length) === '' ? identifier : '';
}
