import type { TextEdit } from '../checks/check.ts';
import type { DependencyDocument } from '../documents/dependencyDocument.ts';
import type { TomlHeader } from '../toml/scanToml.ts';
import { editable } from './editableDocument.ts';
import { oncePerDocument } from './oncePerDocument.ts';

/**
 * Puts a line into the table of that name: after its last value, or in a new table at the file's end. Null where the
 * table is written without a header of its own (inline, or by dotted keys), so that a new header would name it twice.
 */
export function addToTable(document: DependencyDocument, table: readonly string[], line: string): TextEdit | null {
  const { lineStop, lineEnding, edit } = editable(document);
  const name = JSON.stringify(table);
  const end = headerTables(document).get(name);
  if (end === undefined) return otherTables(document).has(name) ? null : appendTable(document, table, line);
  return edit(lineStop(end), lineStop(end), lineEnding + line);
}

/** Of each table with a header of its own the offset where its last value ends, by its path. */
const headerTables = oncePerDocument(({ toml }) => {
  const { headers = [], entries = [] } = toml ?? {};
  const ends = new Map<string, number>();
  const sorted = entries.toSorted((one, other) => one.range.start - other.range.start);
  let next = 0;
  for (const [place, header] of headers.entries()) {
    const stop = headers[place + 1]?.range.start ?? Infinity;
    let end = header.range.end;
    for (let entry = sorted[next]; entry !== undefined && entry.range.start < stop; entry = sorted[++next]) {
      if (entry.range.start > header.range.start) end = Math.max(end, entry.range.end);
    }
    if (!header.isArray && !ends.has(nameOf(header))) ends.set(nameOf(header), end);
  }
  return ends;
});

function nameOf({ path }: TomlHeader): string {
  return JSON.stringify(path);
}

/** Everything that something stands below, or that is a value itself. */
const otherTables = oncePerDocument(({ toml }) => {
  const paths = [...(toml?.entries ?? []), ...(toml?.headers.filter(({ isArray }) => isArray) ?? [])].map(({ path }) => path);
  return new Set(paths.flatMap(path => path.map((_, depth) => JSON.stringify(path.slice(0, depth + 1)))));
});

function appendTable(document: DependencyDocument, table: readonly string[], line: string): TextEdit {
  const { text, lineEnding, edit } = editable(document);
  const gap = text.trim() === '' ? '' : /[\r\n]$/.test(text) ? lineEnding : lineEnding + lineEnding;
  return edit(text.length, text.length, `${gap}[${table.join('.')}]${lineEnding}${line}${lineEnding}`);
}
