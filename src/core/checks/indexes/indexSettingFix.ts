import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import { editable } from '../../edits/editableDocument.ts';
import type { TomlEntry } from '../../toml/tomlEntry.ts';
import type { Fix, TextEdit } from '../check.ts';
import type { IndexTable } from './indexTable.ts';

/** Sets a key in an index's table: in place of its value, else after the address, in the way the table is written. */
export function indexSettingFix(
  document: DependencyDocument,
  table: IndexTable,
  key: string,
  value: string,
  title: string,
): readonly Fix[] {
  const address = table.fields.get('url');
  const written = table.fields.get(key);
  if (address === undefined) return [];
  const replaced = written && editable(document).edit(written.range.start, written.range.end, value);
  return [{ title, needsReview: true, edits: [replaced ?? added(document, table, address, `${key} = ${value}`)] }];
}

/** Every line of a script's settings is a comment. */
function added(document: DependencyDocument, { hasHeader }: IndexTable, { range: { end } }: TomlEntry, setting: string): TextEdit {
  const { lineEnding, lineStop, edit } = editable(document);
  if (!hasHeader) return edit(end, end, `, ${setting}`);
  const stop = lineStop(end);
  return edit(stop, stop, `${lineEnding}${document.kind === 'script' ? '# ' : ''}${setting}`);
}
