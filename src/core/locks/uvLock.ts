import { normalizeName } from '../names/normalizeName.ts';
import {
  artifactIn,
  gitCommit,
  indexesOf,
  nameIn,
  readVersion,
  sourceAt,
  type LockContent,
  type LockFormat,
  type SpanOf,
} from './lockContent.ts';
import type { LockedArtifact, LockedPackage, LockedRequirement, LockManifest, LockSource } from './lockDocument.ts';
import { entriesOf, scalarIn, tableIn, tablesIn, tablesOf, textIn, textsIn, valueIn, type LockTable } from './lockTree.ts';

/** `uv.lock`, version 1; its revisions only add to it. */
export const uvLock: LockFormat = { language: 'toml', packagesKey: 'package', readPackage, readRest };

function readPackage(table: LockTable, spanOf: SpanOf): LockedPackage | null {
  const named = nameIn(table, spanOf);
  return (
    named && {
      ...named,
      ...readVersion(textIn(table, 'version')?.text ?? null),
      source: readSource(tableIn(table, 'source'), spanOf),
      artifacts: readArtifacts(table, spanOf),
      requires: readRequires(tableIn(table, 'metadata')),
    }
  );
}

function readRest(root: LockTable, packages: readonly LockedPackage[]): LockContent {
  const formatVersion = scalarIn(root, 'version');
  const manifest = tableIn(root, 'manifest');
  return {
    formatVersion,
    isSupported: formatVersion?.text === '1',
    packages,
    indexes: indexesOf(packages),
    manifest: readManifest(manifest),
    ...(manifest && { members: textsIn(manifest, 'members').map(member => normalizeName(member.text)) }),
  };
}

function readManifest(manifest: LockTable | null): LockManifest {
  const requirementsIn = (key: string): readonly LockedRequirement[] =>
    manifest === null ? [] : tablesIn(manifest, key).flatMap(table => readRequirement(table, null));
  return {
    constraints: requirementsIn('constraints'),
    overrides: requirementsIn('overrides'),
    buildConstraints: requirementsIn('build-constraints'),
  };
}

const FOLDERS = ['directory', 'editable', 'virtual'] as const;

function readSource(source: LockTable | null, spanOf: SpanOf): LockSource {
  if (source === null) return sourceAt('registry', null, spanOf);
  const git = textIn(source, 'git');
  if (git) return { ...sourceAt('vcs', git, spanOf, commitIn(git.text)), url: git.text.replace(/[?#].*$/s, '') };
  const url = textIn(source, 'url');
  if (url) return sourceAt('url', url, spanOf);
  const path = textIn(source, 'path');
  if (path) return sourceAt('file', path, spanOf);
  const folder = FOLDERS.find(kind => valueIn(source, kind) !== null);
  if (folder !== undefined) return sourceAt(folder, textIn(source, folder), spanOf);
  return sourceAt('registry', textIn(source, 'registry'), spanOf);
}

/** `https://host/path?rev=main#COMMIT` */
function commitIn(url: string): string | null {
  const hash = url.lastIndexOf('#');
  return hash === -1 ? null : gitCommit({ text: url.slice(hash + 1) });
}

function readArtifacts(table: LockTable, spanOf: SpanOf): readonly LockedArtifact[] {
  const sdist = tableIn(table, 'sdist');
  return [...(sdist ? [sdist] : []), ...tablesIn(table, 'wheels')].map(artifact => artifactIn(artifact, spanOf));
}

/** What the project asked for when it was locked. */
function readRequires(metadata: LockTable | null): readonly LockedRequirement[] | null {
  if (metadata === null) return null;
  return [
    ...tablesIn(metadata, 'requires-dist').flatMap(table => readRequirement(table, null)),
    ...entriesOf(tableIn(metadata, 'requires-dev')).flatMap(([{ text: group }, value]) =>
      tablesOf(value).flatMap(table => readRequirement(table, normalizeName(group))),
    ),
  ];
}

const PLACES = ['url', 'git', 'path', 'directory', 'editable', 'virtual'] as const;

function readRequirement(table: LockTable, group: string | null): readonly LockedRequirement[] {
  const name = textIn(table, 'name');
  if (name === null) return [];
  return [
    {
      name: normalizeName(name.text),
      specifier: textIn(table, 'specifier')?.text ?? '',
      marker: textIn(table, 'marker')?.text ?? null,
      extras: textsIn(table, 'extras').map(extra => normalizeName(extra.text)),
      group,
      url: PLACES.map(place => textIn(table, place)).find(text => text !== null)?.text ?? null,
    },
  ];
}
