import { isValidName } from '../names/normalizeName.ts';
import type { Range } from '../toml/scanToml.ts';

/** A requirement that is an address or a path alone, with no name before it (pip's own; PEP 508 has none). */
export interface BareReference {
  /** The address or path, its fragment too; without extras and marker. */
  readonly target: Range;
  /** From a wheel's file name, or from `#egg=`. */
  readonly name: Range | null;
  /** What stands in the brackets behind a path. */
  readonly extras: Range | null;
  readonly marker: Range | null;
}

const ADDRESS = /^(?:https?|ftp|file|(?:git|hg|bzr|svn)\+[a-z+-]+):/i;
const PATH = /^(?:\.|[^<>=!~@;,\s[\](){}'"]*[/\\])/;
const ARCHIVE = /\.(?:whl|zip|tar|tgz|tbz|txz|tlz|tar\.(?:gz|bz2|xz|lz|lzma))(?:\[[^\]]*\])?$/i;
const NAMED = /^[A-Za-z0-9][A-Za-z0-9._-]*[ \t]*(?:\[[^\]]*\][ \t]*)?@/;
const EXTRAS = /\[([^[\]]*)\]$/;

/** Null where the text is a requirement by name. What is editable is a path even if it looks like a name. */
export function readBareReference(text: string, isEditable: boolean): BareReference | null {
  const isAddress = ADDRESS.test(text);
  const separator = text.indexOf(isAddress ? '; ' : ';');
  const target = { start: 0, end: text.slice(0, separator < 0 ? undefined : separator).trimEnd().length };
  const written = text.slice(target.start, target.end);
  if (!isAddress && (isEditable ? NAMED.test(written) : !isPath(written))) return null;
  const marker = separator < 0 ? null : trimmed(text, separator + 1, text.length);
  return isAddress ? { ...readAddress(written), target, marker } : { ...readPath(written), marker };
}

function isPath(text: string): boolean {
  const [before = ''] = text.split('@', 1);
  return PATH.test(before) || (before.length === text.length && ARCHIVE.test(text) && !/\s/.test(text));
}

function readAddress(address: string): Pick<BareReference, 'name' | 'extras'> {
  const egg = /[#&]egg=([^&[]*)(?:\[([^&\]]*)\])?/.exec(address);
  if (egg === null) return { name: wheelName(address), extras: null };
  const start = egg.index + '#egg='.length;
  const end = start + (egg[1] ?? '').length;
  const extras = egg[2] === undefined ? null : { start: end + 1, end: end + 1 + egg[2].length };
  return { name: validName(address, start, end), extras };
}

function readPath(path: string): Pick<BareReference, 'name' | 'extras' | 'target'> {
  const brackets = EXTRAS.exec(path);
  const end = brackets?.index ?? path.length;
  const extras = brackets === null ? null : { start: end + 1, end: path.length - 1 };
  return { name: wheelName(path.slice(0, end)), extras, target: { start: 0, end } };
}

/** A wheel's name begins with the project's, up to the first hyphen (PEP 427). */
function wheelName(address: string): Range | null {
  const [path = ''] = address.split(/[?#]/, 1);
  if (!/\.whl$/i.test(path)) return null;
  const start = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
  const hyphen = path.indexOf('-', start);
  return hyphen < 0 ? null : validName(path, start, hyphen);
}

function validName(text: string, start: number, end: number): Range | null {
  return isValidName(text.slice(start, end)) ? { start, end } : null;
}

function trimmed(text: string, start: number, end: number): Range | null {
  const part = text.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  return part.trim() === '' ? null : { start: from, end: from + part.trim().length };
}
