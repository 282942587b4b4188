import { parseToml } from '../project/parseToml.ts';
import { isTable, tableAt, textAt, textsAt, valueAt, type TomlTable } from '../project/tomlTable.ts';
import type { PersonIndexes } from './indexForName.ts';

const NOTHING: PersonIndexes = { references: [], isOff: false };

type Role = PersonIndexes['references'][number]['role'];

/** Several settings as one: an index that any of them names counts. */
export function joinPersonIndexes(settings: readonly PersonIndexes[]): PersonIndexes {
  return { references: settings.flatMap(({ references }) => references), isOff: settings.some(({ isOff }) => isOff) };
}

/** The variables that pip and uv read. */
export function indexesInEnvironment(environment: Readonly<Record<string, string | undefined>>): PersonIndexes {
  const references = variables.flatMap(({ name, role }) => inWords(environment[name] ?? '', role));
  return { references, isOff: ['PIP_NO_INDEX', 'UV_NO_INDEX'].some(name => isTrue(environment[name] ?? '')) };
}

/** `pip.conf` or `pip.ini`, in the form of Python's configparser. */
export function indexesInPipConfiguration(text: string): PersonIndexes {
  const settings = pipSettings(text);
  const references = [...pipRoles].flatMap(([key, role]) => inWords(settings.get(key) ?? '', role));
  return { references, isOff: isTrue(settings.get('no-index') ?? '') };
}

/** `uv.toml`. */
export function indexesInUvConfiguration(text: string): PersonIndexes {
  const { document } = parseToml(text);
  if (document === null) return NOTHING;
  const listed = valueAt(document, ['index']);
  const indexes = Array.isArray(listed) ? listed.filter(isTable).flatMap(uvIndex) : [];
  const tables = [document, tableAt(document, ['pip'])];
  return {
    references: [...indexes, ...tables.flatMap(uvReferences)],
    isOff: tables.some(table => valueAt(table, ['no-index']) === true),
  };
}

const variables: readonly { readonly name: string; readonly role: Role }[] = [
  { name: 'PIP_INDEX_URL', role: 'primary' },
  { name: 'PIP_EXTRA_INDEX_URL', role: 'extra' },
  { name: 'PIP_FIND_LINKS', role: 'links' },
  { name: 'UV_DEFAULT_INDEX', role: 'primary' },
  { name: 'UV_INDEX_URL', role: 'primary' },
  { name: 'UV_INDEX', role: 'extra' },
  { name: 'UV_EXTRA_INDEX_URL', role: 'extra' },
  { name: 'UV_FIND_LINKS', role: 'links' },
];

const pipRoles: ReadonlyMap<string, Role> = new Map([
  ['index-url', 'primary'],
  ['extra-index-url', 'extra'],
  ['find-links', 'links'],
]);

/** Several are parted by white space; uv's may have a name before them. */
function inWords(text: string, role: Role): PersonIndexes['references'] {
  const words = text.split(/\s+/).filter(word => word !== '');
  return words.map(word => ({ url: word.replace(/^[A-Za-z0-9._-]+=(?=[a-z]+:)/, ''), role }));
}

function isTrue(text: string): boolean {
  return /^(?:1|true|yes|on|y|t)$/i.test(text.trim());
}

/** Of the sections that hold for an installation; a value goes on in lines that are indented. */
function pipSettings(text: string): ReadonlyMap<string, string> {
  const settings = new Map<string, string>();
  let [section, key] = ['', ''];
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (/^\s*(?:[#;]|$)/.test(line)) continue;
    if (/^\s/.test(line) && key !== '') {
      settings.set(key, `${settings.get(key) ?? ''} ${line.trim()}`);
      continue;
    }
    const header = /^\[([^\]]*)\]/.exec(line)?.[1];
    const separator = line.search(/[=:]/);
    section = header ?? section;
    key = header === undefined && separator > 0 && (section === 'global' || section === 'install') ? keyOf(line.slice(0, separator)) : '';
    if (key !== '') settings.set(key, `${settings.get(key) ?? ''} ${line.slice(separator + 1).trim()}`);
  }
  return settings;
}

/** pip takes an underscore for a hyphen. */
function keyOf(written: string): string {
  return written.trim().toLowerCase().replaceAll('_', '-');
}

function uvIndex(index: TomlTable): PersonIndexes['references'] {
  const url = textAt(index, ['url']);
  if (url === null || valueAt(index, ['explicit']) === true) return [];
  const role = textAt(index, ['format']) === 'flat' ? 'links' : valueAt(index, ['default']) === true ? 'primary' : 'extra';
  return [{ url, role }];
}

function uvReferences(table: TomlTable | null): PersonIndexes['references'] {
  const main = textAt(table, ['index-url']);
  return [
    ...(main === null ? [] : [{ url: main, role: 'primary' as const }]),
    ...textsAt(table, ['extra-index-url']).map(url => ({ url, role: 'extra' as const })),
    ...textsAt(table, ['find-links']).map(url => ({ url, role: 'links' as const })),
  ];
}
