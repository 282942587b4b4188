import type { Range, ScannedToml, TomlEntry } from '../toml/scanToml.ts';
import { sectionOf, tableOf, type DependencyTable } from './dependencyTables.ts';
import { keyPartRange } from './keyPartRange.ts';
import type { RequirementRole } from './requirement.ts';

/** A dependency named by its key: with a text, an inline table, a table of its own, dotted keys, or a list of several. */
export interface KeyedDependency {
  readonly section: string;
  readonly role: RequirementRole;
  readonly key: string;
  readonly keyRange: Range;
  /** From the key (in a list, the element) to the end of the last value. */
  readonly range: Range;
  /** What is given instead of a table; null where a table is. */
  readonly value: TomlEntry | null;
  readonly fields: ReadonlyMap<string, TomlEntry>;
  readonly extras: readonly TomlEntry[];
}

/** In the order of the text. Each of a list's alternatives is a dependency of its own. */
export function keyedDependencies(text: string, scanned: ScannedToml, tables: readonly DependencyTable[]): readonly KeyedDependency[] {
  const drafts = new Map<string, Draft>();
  const all: Draft[] = [];
  const begin = (place: Place, keyRange: Range, range: Range, value: TomlEntry | null): Draft => {
    const { section, role, key } = place;
    const draft = { section, role, key, keyRange, range: { ...range }, value, fields: new Map<string, TomlEntry>(), extras: [] };
    drafts.set(place.id, draft);
    all.push(draft);
    return draft;
  };
  const listKeys = new Map<string, Range>();

  for (const { path, range } of scanned.headers) {
    const place = placeOf(path, tables);
    if (place?.rest.length === 0) begin(place, keyPartRange(text, range, 0) ?? range, range, null);
  }
  for (const entry of scanned.entries) {
    const place = placeOf(entry.path, tables);
    if (place === null) continue;
    const keyRange = ownKey(text, entry, place.rest.length) ?? listKeys.get(place.listId) ?? entry.range;
    const range = { start: entry.keyRange?.start ?? entry.range.start, end: entry.range.end };
    if (place.rest.length === 0 && entry.kind === 'list') listKeys.set(place.listId, keyRange);
    else if (place.rest.length === 0) begin(place, keyRange, range, entry.kind === 'table' ? null : entry);
    else addField(drafts.get(place.id) ?? begin(place, keyRange, range, null), place.rest, entry);
  }
  return all.sort((one, other) => one.range.start - other.range.start);
}

interface Draft extends KeyedDependency {
  readonly range: { readonly start: number; end: number };
  readonly fields: Map<string, TomlEntry>;
  readonly extras: TomlEntry[];
}

/** Where in a table something stands: under which key, in which of a list's alternatives, and what is left of its path. */
interface Place {
  readonly section: string;
  readonly role: RequirementRole;
  readonly key: string;
  readonly listId: string;
  readonly id: string;
  readonly rest: readonly (string | number)[];
}

function placeOf(path: readonly (string | number)[], tables: readonly DependencyTable[]): Place | null {
  const table = tableOf(path, tables);
  const [key, place] = table ? path.slice(table.path.length) : [];
  if (table === null || typeof key !== 'string') return null;
  const depth = table.path.length + (typeof place === 'number' ? 2 : 1);
  const listId = path.slice(0, table.path.length + 1).join('\n');
  return {
    section: sectionOf(path, table),
    role: table.role,
    key,
    listId,
    id: typeof place === 'number' ? `${listId}\n${place}` : listId,
    rest: path.slice(depth),
  };
}

/** The part of the written key that names the dependency; null where it stands elsewhere, in a header or before a list. */
function ownKey(text: string, entry: TomlEntry, partsAfter: number): Range | null {
  return entry.keyRange && keyPartRange(text, entry.keyRange, partsAfter);
}

function addField(draft: Draft, rest: readonly (string | number)[], entry: TomlEntry): void {
  const [field, place] = rest;
  if (rest.length === 1 && typeof field === 'string') draft.fields.set(field, entry);
  if (rest.length === 2 && field === 'extras' && typeof place === 'number') draft.extras.push(entry);
  draft.range.end = Math.max(draft.range.end, entry.range.end);
}
