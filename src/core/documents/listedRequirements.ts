import type { RangeRepair } from '../requirements/parsedRequirement.ts';
import type { TomlEntry } from '../toml/scanToml.ts';
import { sectionOf, tableOf, type DependencyTable } from './dependencyTables.ts';
import type { PlacedToml } from './placedToml.ts';
import type { Requirement } from './requirement.ts';
import { textRequirement, type RequirementPlace } from './textRequirement.ts';
import { unreadableRequirement } from './unreadableRequirement.ts';

/** The requirements that stand in lists of texts. What is none of these, and no inclusion of a group either, has a problem. */
export function listedRequirements(source: PlacedToml, tables: readonly DependencyTable[]): readonly Requirement[] {
  const inclusions = inclusionIds(source);
  return source.scanned.entries.flatMap(entry => {
    const table = tableOf(entry.path, tables);
    if (table === null) return [];
    const deeper = entry.path.length - table.path.length;
    const place = { section: sectionOf(entry.path, table), role: table.role };
    if (deeper === 0) return loneRequirement(source, entry, place) ?? [];
    if (deeper > 1 || typeof entry.path.at(-1) !== 'number' || (entry.kind === 'table' && inclusions.has(idOf(entry.path)))) return [];
    return elementRequirement(source, entry, place) ?? [];
  });
}

/** A list that is left out around its only requirement. */
function loneRequirement(source: PlacedToml, entry: TomlEntry, place: RequirementPlace): Requirement | null {
  if (typeof entry.value !== 'string') return null;
  const written = source.text.slice(entry.range.start, entry.range.end);
  const repair: RangeRepair = { title: 'Put it in brackets', range: entry.range, newText: `[${written}]` };
  return unreadableRequirement(source, entry, place, 'Requirements stand in a list, even a single one: it needs brackets.', repair);
}

/** Null for what TOML itself finds fault with, or what is not typed to its end. */
function elementRequirement(source: PlacedToml, entry: TomlEntry, place: RequirementPlace): Requirement | null {
  if (typeof entry.value === 'string') return textRequirement(source, entry, place);
  if (entry.kind === 'broken' || isOpen(source, entry)) return null;
  return unreadableRequirement(source, entry, place, place.section.startsWith('dependency-groups.') ? NO_MEMBER : NO_TEXT, null);
}

const NO_TEXT = 'A requirement is a text, in quotes.';
const NO_MEMBER = 'A dependency group holds requirements as texts, and other groups as { include-group = "name" }.';

function isOpen(source: PlacedToml, { kind, range }: TomlEntry): boolean {
  const last = source.text.charAt(range.end - 1);
  return (kind === 'table' && last !== '}') || (kind === 'list' && last !== ']');
}

/** The tables that include another group (PEP 735): they have that key, and no other. */
function inclusionIds(source: PlacedToml): ReadonlySet<string> {
  const found = new Set<string>();
  const others = new Set<string>();
  for (const { path, value } of source.scanned.entries) {
    if (path[0] !== 'dependency-groups' || path.length !== 4) continue;
    (path[3] === 'include-group' && typeof value === 'string' ? found : others).add(idOf(path));
  }
  return new Set([...found].filter(id => !others.has(id)));
}

function idOf(path: readonly (string | number)[]): string {
  return JSON.stringify(path.slice(0, 3));
}
