import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import { linesOf } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import type { TomlEntry } from '../../toml/scanToml.ts';

/** A text with an address in it, and its place. */
export interface WrittenUrl {
  readonly url: string;
  readonly span: Span;
}

/** Tables whose texts tell installers where to go. In others an address may be anything: a database for tests, a home page. */
const packagingTables: readonly (readonly string[])[] = [
  ['build-system'],
  ['project', 'dependencies'],
  ['project', 'optional-dependencies'],
  ['dependency-groups'],
  ...['uv', 'poetry', 'pdm', 'hatch', 'pixi', 'pip-tools'].map(tool => ['tool', tool]),
];

/** Every address of a document from which something is installed; one address may come up more than once. */
export function writtenUrls(document: DependencyDocument): readonly WrittenUrl[] {
  const { indexes, requirements, includes } = document;
  return [
    ...indexes.filter(isUrl),
    ...requirements.map(({ reference, raw, span }) => reference ?? { url: raw, span }).filter(isUrl),
    ...includes.map(({ written, span }) => ({ url: written, span })).filter(isUrl),
    ...textsIn(document),
  ];
}

function isUrl({ url }: WrittenUrl): boolean {
  return url.includes('://');
}

function textsIn({ kind, text, toml }: DependencyDocument): readonly WrittenUrl[] {
  const entries = (toml?.entries ?? []).filter(({ value }) => typeof value === 'string' && value.includes('://'));
  if (entries.length === 0) return [];
  const lines = linesOf(text);
  return entries
    .filter(({ path }) => kind !== 'pyproject' || packagingTables.some(table => table.every((key, depth) => path[depth] === key)))
    .map(({ value, range }: TomlEntry) => ({ url: String(value), span: lines.spanOf(range.start, range.end) }));
}
