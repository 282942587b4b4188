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
import type { LockedArtifact, LockedPackage, LockSource } from './lockDocument.ts';
import { entriesOf, isTrueIn, scalarIn, tableIn, tablesIn, tablesOf, textIn, type LockTable } from './lockTree.ts';

/** `poetry.lock`, 1.x and 2.x. Up to 1.1 the files stand apart, in `[metadata.files]`. */
export const poetryLock: LockFormat = { language: 'toml', packagesKey: 'package', readPackage, readRest };

function readPackage(table: LockTable, spanOf: SpanOf): LockedPackage | null {
  const named = nameIn(table, spanOf);
  return (
    named && {
      ...named,
      ...readVersion(textIn(table, 'version')?.text ?? null),
      source: readSource(tableIn(table, 'source'), isTrueIn(table, 'develop'), spanOf),
      artifacts: tablesIn(table, 'files').map(file => artifactIn(file, spanOf)),
      requires: null,
    }
  );
}

function readRest(root: LockTable, packages: readonly LockedPackage[], spanOf: SpanOf): LockContent {
  const metadata = tableIn(root, 'metadata');
  const formatVersion = metadata && scalarIn(metadata, 'lock-version');
  const filesApart = metadata && tableIn(metadata, 'files');
  return {
    formatVersion,
    isSupported: formatVersion !== null && /^[12]\.\d+$/.test(formatVersion.text),
    packages: filesApart ? withFiles(packages, filesApart, spanOf) : packages,
    indexes: indexesOf(packages),
  };
}

function readSource(source: LockTable | null, isEditable: boolean, spanOf: SpanOf): LockSource {
  if (source === null) return sourceAt('registry', null, spanOf);
  const url = textIn(source, 'url');
  const type = textIn(source, 'type')?.text;
  if (type === 'git') return sourceAt('vcs', url, spanOf, gitCommit(textIn(source, 'resolved_reference')));
  if (type === 'directory' && isEditable) return sourceAt('editable', url, spanOf);
  if (type === 'url' || type === 'file' || type === 'directory') return sourceAt(type, url, spanOf);
  return sourceAt('registry', url, spanOf);
}

/** Two versions of one package share their list. */
function withFiles(packages: readonly LockedPackage[], filesApart: LockTable, spanOf: SpanOf): readonly LockedPackage[] {
  const files = new Map<string, readonly LockedArtifact[]>();
  for (const [{ text: name }, value] of entriesOf(filesApart)) {
    files.set(
      normalizeName(name),
      tablesOf(value).map(file => artifactIn(file, spanOf)),
    );
  }
  return packages.map(locked => (locked.artifacts.length > 0 ? locked : { ...locked, artifacts: files.get(locked.name) ?? [] }));
}
