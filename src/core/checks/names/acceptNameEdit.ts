import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import { editable } from '../../edits/editableDocument.ts';
import { appendElement } from '../../edits/tomlListEdits.ts';
import { addToTable } from '../../edits/tomlTableEdits.ts';
import { entryAt } from '../../toml/tomlEntry.ts';
import type { TextEdit } from '../check.ts';

const TABLE = ['tool', 'countersign'];
const LIST = [...TABLE, 'names'];

/**
 * Writes "I mean this one" into the project's `pyproject.toml`, with the reason that a person gave: without one it counts
 * for nothing. Null where the table is written so that nothing can be added.
 */
export function acceptNameEdit(pyproject: DependencyDocument, name: string, reason: string): TextEdit | null {
  const entry = { name: tomlString(name), reason: tomlString(reason.replace(/\s+/g, ' ').trim()) };
  const inline = `{ name = ${entry.name}, reason = ${entry.reason} }`;
  const { toml } = pyproject;
  if (toml === null) return null;
  const list = entryAt(toml, LIST);
  if (list) return list.kind === 'list' ? appendElement(pyproject, list, inline) : null;
  if (!toml.headers.some(({ path, isArray }) => isArray && isList(path))) return addToTable(pyproject, TABLE, `names = [${inline}]`);
  const { text, lineEnding, edit } = editable(pyproject);
  const gap = /[\r\n]$/.test(text) ? lineEnding : lineEnding + lineEnding;
  const lines = [`[[${LIST.join('.')}]]`, `name = ${entry.name}`, `reason = ${entry.reason}`];
  return edit(text.length, text.length, gap + lines.map(line => line + lineEnding).join(''));
}

function isList(path: readonly (string | number)[]): boolean {
  const names = path.filter(part => typeof part === 'string');
  return names.length === LIST.length && names.every((part, place) => part === LIST[place]);
}

/** A basic string: JSON's escapes are TOML's too, but for the delete character. */
function tomlString(text: string): string {
  return JSON.stringify(text.replace(/\p{Cs}/gu, '\uFFFD')).replaceAll('\u007f', '\\u007F');
}
