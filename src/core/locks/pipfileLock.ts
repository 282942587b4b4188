import type { IndexReference } from '../documents/dependencyDocument.ts';
import { normalizeName } from '../names/normalizeName.ts';
import { gitCommit, pathKind, readHash, readVersion, sourceAt, type LockContent, type LockFormat, type SpanOf } from './lockContent.ts';
import type { LockedPackage, LockSource } from './lockDocument.ts';
import {
  emptyTable,
  entriesOf,
  isTrueIn,
  scalarIn,
  tableIn,
  tablesIn,
  textIn,
  textsIn,
  valueIn,
  type LockTable,
  type LockText,
  type LockValue,
} from './lockTree.ts';

/** `Pipfile.lock`, specification 6: JSON, a table of packages for each category. */
export const pipfileLock: LockFormat = { language: 'json', packagesKey: null, readPackage: () => null, readRest };

function readRest(root: LockTable, _packages: readonly LockedPackage[], spanOf: SpanOf): LockContent {
  const meta = tableIn(root, '_meta');
  const formatVersion = meta && scalarIn(meta, 'pipfile-spec');
  const indexes = meta ? readIndexes(meta, spanOf) : [];
  const packages = entriesOf(root).flatMap(([key, category]) =>
    key.text === '_meta' || category.kind !== 'table'
      ? []
      : entriesOf(category).map(([name, value]) => readEntry(name, value, indexes, spanOf)),
  );
  return { formatVersion, isSupported: formatVersion?.text === '6', packages, indexes };
}

function readIndexes(meta: LockTable, spanOf: SpanOf): readonly IndexReference[] {
  return tablesIn(meta, 'sources').flatMap((source, place) => {
    const url = textIn(source, 'url');
    const verified = valueIn(source, 'verify_ssl');
    const isUnverified = verified?.kind === 'word' && verified.text === 'false';
    return url === null
      ? []
      : [
          {
            url: url.text,
            span: spanOf(url.start, url.end),
            role: place === 0 ? ('primary' as const) : ('extra' as const),
            name: textIn(source, 'name')?.text ?? null,
            unverifiedSpan: isUnverified ? spanOf(verified.start, verified.end) : null,
          },
        ];
  });
}

function readEntry(name: LockText, value: LockValue, indexes: readonly IndexReference[], spanOf: SpanOf): LockedPackage {
  const table = value.kind === 'table' ? value : emptyTable(value.start);
  return {
    name: normalizeName(name.text),
    ...readVersion(value.kind === 'text' ? value.text : (textIn(table, 'version')?.text ?? null)),
    span: spanOf(name.start, name.end),
    source: readSource(table, indexes, spanOf),
    artifacts: textsIn(table, 'hashes').map(({ text, start, end }) => ({
      filename: null,
      url: null,
      hashes: [readHash(text)].filter(hash => hash !== null),
      span: spanOf(start, end),
    })),
    requires: null,
  };
}

const CHECKOUTS = ['hg', 'svn', 'bzr'] as const;

function readSource(table: LockTable, indexes: readonly IndexReference[], spanOf: SpanOf): LockSource {
  const git = textIn(table, 'git');
  const revision = textIn(table, 'ref');
  if (git) return sourceAt('vcs', git, spanOf, gitCommit(revision));
  const checkout = CHECKOUTS.map(kind => textIn(table, kind)).find(text => text !== null);
  if (checkout) return sourceAt('vcs', checkout, spanOf, revision?.text ?? null);
  const path = textIn(table, 'path');
  if (path) return sourceAt(isTrueIn(table, 'editable') ? 'editable' : pathKind(path.text), path, spanOf);
  const file = textIn(table, 'file');
  if (file) return sourceAt(/^\w+:\/\//.test(file.text) ? 'url' : 'file', file, spanOf);
  const index = textIn(table, 'index');
  const url = (index === null ? indexes[0] : indexes.find(({ name }) => name === index.text))?.url ?? null;
  return { kind: 'registry', url, commit: null, span: index && spanOf(index.start, index.end) };
}
