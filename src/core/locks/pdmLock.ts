import { normalizeName } from '../names/normalizeName.ts';
import {
  artifactIn,
  gitCommit,
  indexesOf,
  nameIn,
  pathKind,
  readVersion,
  sourceAt,
  type LockContent,
  type LockFormat,
  type SpanOf,
} from './lockContent.ts';
import type { LockedArtifact, LockedPackage, LockSource } from './lockDocument.ts';
import { entriesOf, isTrueIn, scalarIn, tableIn, tablesIn, tablesOf, textIn, textsIn, valueIn, type LockTable } from './lockTree.ts';

/** `pdm.lock`, 4.x up to 4.5: PDM itself does not take a newer minor version. In its first versions the files stand apart, in `[metadata.files]` under name and version. */
export const pdmLock: LockFormat = { language: 'toml', packagesKey: 'package', readPackage, readRest };

function readPackage(table: LockTable, spanOf: SpanOf): LockedPackage | null {
  const named = nameIn(table, spanOf);
  return (
    named && {
      ...named,
      ...readVersion(textIn(table, 'version')?.text ?? null),
      source: readSource(table, spanOf),
      artifacts: tablesIn(table, 'files').map(file => artifactIn(file, spanOf)),
      requires: null,
    }
  );
}

function readRest(root: LockTable, packages: readonly LockedPackage[], spanOf: SpanOf): LockContent {
  const metadata = tableIn(root, 'metadata');
  const formatVersion = metadata && scalarIn(metadata, 'lock_version');
  const filesApart = metadata && tableIn(metadata, 'files');
  return {
    formatVersion,
    isSupported: formatVersion !== null && /^4(?:\.[0-5](?:\.\d+)*)?$/.test(formatVersion.text),
    packages: filesApart ? withFiles(packages, filesApart, spanOf) : packages,
    indexes: indexesOf(packages),
    ...(metadata && valueIn(metadata, 'groups') && { groups: textsIn(metadata, 'groups').map(group => normalizeName(group.text)) }),
  };
}

const CHECKOUTS = ['hg', 'svn', 'bzr'] as const;

function readSource(table: LockTable, spanOf: SpanOf): LockSource {
  const revision = textIn(table, 'revision');
  const git = textIn(table, 'git');
  if (git) return sourceAt('vcs', git, spanOf, gitCommit(revision));
  const checkout = CHECKOUTS.map(kind => textIn(table, kind)).find(text => text !== null);
  if (checkout) return sourceAt('vcs', checkout, spanOf, revision?.text ?? null);
  const path = textIn(table, 'path');
  if (path) return sourceAt(isTrueIn(table, 'editable') ? 'editable' : pathKind(path.text), path, spanOf);
  const url = textIn(table, 'url');
  return url ? sourceAt('url', url, spanOf) : sourceAt('registry', null, spanOf);
}

function withFiles(packages: readonly LockedPackage[], filesApart: LockTable, spanOf: SpanOf): readonly LockedPackage[] {
  const files = new Map<string, readonly LockedArtifact[]>();
  for (const [{ text }, value] of entriesOf(filesApart)) {
    const [name = '', version = ''] = text.split(' ');
    const artifacts = tablesOf(value).map(file => artifactIn(file, spanOf));
    files.set(`${normalizeName(name)} ${version}`, artifacts);
  }
  return packages.map(locked =>
    locked.artifacts.length > 0
      ? locked
      : { ...locked, artifacts: files.get(`${locked.name} ${locked.version ?? locked.looseVersion ?? ''}`) ?? [] },
  );
}
