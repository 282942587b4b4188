import type { Span } from '../text/span.ts';
import type { TomlEntry } from '../toml/scanToml.ts';
import type { FileOption, IndexReference } from './dependencyDocument.ts';
import type { PlacedToml } from './placedToml.ts';
import { fieldText, tablesIn, textsIn, type TomlFields } from './tomlFields.ts';

/** The indexes that a `pyproject.toml` or a script names for uv, Poetry and PDM. */
export function tomlIndexes(source: PlacedToml): readonly IndexReference[] {
  const settings = toolSettings(source);
  return [
    ...listed(settings, ['tool', 'uv', 'index'], uvRole),
    ...uvSettings.flatMap(({ path, role }) => textsIn(settings.scanned, path).map(entry => indexReference(settings, entry, role))),
    ...listed(settings, ['tool', 'poetry', 'source'], poetryRole),
    ...listed(settings, ['tool', 'pdm', 'source'], pdmRole),
  ];
}

/** The indexes of a Pipfile. Pipenv asks the first, and another only for a package that names it, unless it is told to search all. */
export function pipfileIndexes(source: PlacedToml): readonly IndexReference[] {
  const searchesAll = source.scanned.entries.some(
    ({ path: [table, key], value }) => table === 'pipenv' && key === 'install_search_all_sources' && value === true,
  );
  return listed(source, ['source'], (_, place) => (place === 0 ? 'primary' : searchesAll ? 'extra' : 'explicit'));
}

/** Of a long file only what the searches below can find. */
function toolSettings(source: PlacedToml): PlacedToml {
  const { entries, headers } = source.scanned;
  return { ...source, scanned: { headers, entries: entries.filter(({ path }) => path[0] === 'tool' && TOOLS.has(path[1])) } };
}

const TOOLS = new Set<string | number | undefined>(['uv', 'poetry', 'pdm']);

/** Hosts that uv does not verify, as the option of its command line. */
export function tomlOptions(source: PlacedToml): readonly FileOption[] {
  const hosts = [
    ['tool', 'uv', 'allow-insecure-host'],
    ['tool', 'uv', 'pip', 'allow-insecure-host'],
  ].flatMap(path => textsIn(source.scanned, path));
  return hosts.map(entry => ({ name: '--trusted-host', value: String(entry.value), span: textSpan(source, entry) }));
}

type Role = IndexReference['role'];

const uvSettings: readonly { readonly path: readonly string[]; readonly role: Role }[] = [
  { path: ['tool', 'uv', 'index-url'], role: 'primary' },
  { path: ['tool', 'uv', 'extra-index-url'], role: 'extra' },
  { path: ['tool', 'uv', 'find-links'], role: 'links' },
  { path: ['tool', 'uv', 'pip', 'index-url'], role: 'primary' },
  { path: ['tool', 'uv', 'pip', 'extra-index-url'], role: 'extra' },
  { path: ['tool', 'uv', 'pip', 'find-links'], role: 'links' },
];

function uvRole(index: TomlFields): Role {
  if (fieldText(index, 'format') === 'flat') return 'links';
  if (isTrue(index, 'explicit')) return 'explicit';
  return isTrue(index, 'default') ? 'primary' : 'extra';
}

/** How Poetry uses one of its sources. `default` and `secondary` are of Poetry before 1.5. */
export function poetryRole(source: TomlFields): Role {
  switch (fieldText(source, 'priority')) {
    case 'explicit':
      return 'explicit';
    case 'supplemental':
    case 'secondary':
      return 'extra';
    default:
      return isTrue(source, 'secondary') ? 'extra' : 'primary';
  }
}

/** A source named `pypi` stands in the place of the usual index. */
function pdmRole(source: TomlFields): Role {
  if (fieldText(source, 'type') === 'find_links') return 'links';
  return fieldText(source, 'name') === 'pypi' ? 'primary' : 'extra';
}

function listed(
  source: PlacedToml,
  path: readonly string[],
  roleOf: (fields: TomlFields, place: number) => Role,
): readonly IndexReference[] {
  return tablesIn(source.scanned, path).flatMap((fields, place) => {
    const url = fields.get('url');
    if (typeof url?.value !== 'string') return [];
    return [
      {
        ...indexReference(source, url, roleOf(fields, place)),
        name: fieldText(fields, 'name'),
        unverifiedSpan: unverified(source, fields),
      },
    ];
  });
}

function indexReference(source: PlacedToml, entry: TomlEntry, role: Role): IndexReference {
  return { url: String(entry.value), span: textSpan(source, entry), role, name: null, unverifiedSpan: null };
}

function unverified(source: PlacedToml, fields: TomlFields): Span | null {
  const switchedOff = fields.get('verify_ssl');
  if (switchedOff?.value !== false) return null;
  return source.spanOf({ start: (switchedOff.keyRange ?? switchedOff.range).start, end: switchedOff.range.end });
}

function isTrue(fields: TomlFields, key: string): boolean {
  return fields.get(key)?.value === true;
}

function textSpan(source: PlacedToml, entry: TomlEntry): Span {
  return source.spanOf(entry.rangeOf(0, String(entry.value).length));
}
