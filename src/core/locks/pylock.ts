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
import type { LockedPackage, LockSource } from './lockDocument.ts';
import { isTrueIn, scalarIn, tableIn, tablesIn, textIn, type LockTable } from './lockTree.ts';

/** `pylock.toml` and `pylock.NAME.toml` (PEP 751), version 1.0. */
export const pylock: LockFormat = { language: 'toml', packagesKey: 'packages', readPackage, readRest };

function readPackage(table: LockTable, spanOf: SpanOf): LockedPackage | null {
  const named = nameIn(table, spanOf);
  if (named === null) return null;
  const single = ['archive', 'sdist'].map(key => tableIn(table, key)).filter(artifact => artifact !== null);
  return {
    ...named,
    ...readVersion(textIn(table, 'version')?.text ?? null),
    source: readSource(table, spanOf),
    artifacts: [...single, ...tablesIn(table, 'wheels')].map(artifact => artifactIn(artifact, spanOf)),
    requires: null,
  };
}

function readRest(root: LockTable, packages: readonly LockedPackage[]): LockContent {
  const formatVersion = scalarIn(root, 'lock-version');
  return { formatVersion, isSupported: formatVersion?.text === '1.0', packages, indexes: indexesOf(packages) };
}

function readSource(table: LockTable, spanOf: SpanOf): LockSource {
  const vcs = tableIn(table, 'vcs');
  if (vcs) return sourceAt('vcs', textIn(vcs, 'url') ?? textIn(vcs, 'path'), spanOf, commitIn(vcs));
  const directory = tableIn(table, 'directory');
  if (directory) return sourceAt(isTrueIn(directory, 'editable') ? 'editable' : 'directory', textIn(directory, 'path'), spanOf);
  const archive = tableIn(table, 'archive');
  const url = archive && textIn(archive, 'url');
  if (archive) return url ? sourceAt('url', url, spanOf) : sourceAt('file', textIn(archive, 'path'), spanOf);
  return sourceAt('registry', textIn(table, 'index'), spanOf);
}

function commitIn(vcs: LockTable): string | null {
  const commit = textIn(vcs, 'commit-id');
  return textIn(vcs, 'type')?.text === 'git' ? gitCommit(commit) : (commit?.text ?? null);
}
