import type { TextEdit } from '../checks/check.ts';
import type { DependencyDocument } from '../documents/dependencyDocument.ts';
import { linesOf } from '../text/lines.ts';
import { entriesBelow, entryAt, type ScannedToml } from '../toml/tomlEntry.ts';
import type { Profile } from './projectProfile.ts';

const TABLE = ['tool', 'countersign'];

interface Change {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** Writes the profile into `[tool.countersign]`: over the one that is there, into the table however it is written, or as a new table at the end. */
export function profileEdit({ file, text, toml }: DependencyDocument, profile: Profile): TextEdit {
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const setting = `profile = "${profile}"`;
  const { start, end, newText } = (toml && changeWithin(text, toml, setting, eol)) ?? atTheEnd(text, setting, eol);
  return { file, span: linesOf(text).spanOf(start, end), newText };
}

/** Null where there is no such table. */
function changeWithin(text: string, toml: ScannedToml, setting: string, eol: string): Change | null {
  const written = entryAt(toml, [...TABLE, 'profile']);
  if (written) return { ...written.range, newText: setting.slice('profile = '.length) };
  const header = toml.headers.find(({ path, isArray }) => !isArray && path.join('.') === TABLE.join('.'));
  if (header) return { start: header.range.end, end: header.range.end, newText: `${eol}${setting}` };
  const inline = entryAt(toml, TABLE);
  if (inline?.kind === 'table') return intoInline(text, inline.range.start + 1, setting);
  return besideDotted(text, toml, setting, eol);
}

/** `start`: behind the brace. */
function intoInline(text: string, start: number, setting: string): Change {
  const isEmpty = /^\s*\}/.test(text.slice(start));
  return { start, end: start, newText: isEmpty ? ` ${setting} ` : ` ${setting},` };
}

/** `countersign.pinning = "off"` below `[tool]`: a table of its own would define it twice. */
function besideDotted(text: string, toml: ScannedToml, setting: string, eol: string): Change | null {
  const [first] = entriesBelow(toml, TABLE).filter(({ keyRange, path }) => keyRange !== null && path.length === TABLE.length + 1);
  const key = first?.keyRange;
  if (!key) return null;
  const prefix = /^(.*)\.[^.]*$/.exec(text.slice(key.start, key.end))?.[1];
  return prefix === undefined ? null : { start: key.start, end: key.start, newText: `${prefix}.${setting}${eol}` };
}

function atTheEnd(text: string, setting: string, eol: string): Change {
  const gap = text === '' ? '' : /(?:\r\n|\n|\r)$/.test(text) ? eol : eol + eol;
  return { start: text.length, end: text.length, newText: `${gap}[${TABLE.join('.')}]${eol}${setting}${eol}` };
}
