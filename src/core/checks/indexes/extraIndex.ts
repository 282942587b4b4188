import type { DependencyDocument, IndexReference } from '../../documents/dependencyDocument.ts';
import { fieldText, tablesIn } from '../../documents/tomlFields.ts';
import { poetryRole } from '../../documents/tomlIndexes.ts';
import { editable } from '../../edits/editableDocument.ts';
import type { Check, Finding, Fix } from '../check.ts';
import { indexSettingFix } from './indexSettingFix.ts';
import { indexTablesIn, toolOf, type IndexTable } from './indexTable.ts';

/** Dependency confusion: a name that only you have on one index can be taken by anybody on the other. */
export const extraIndex: Check<'document'> = {
  id: 'index/extra',
  title: 'Packages come from one index, or each says which',
  severity: { library: 'info', application: 'warning' },
  documentation: {
    what: 'A second index beside the first: --extra-index-url, an entry of [[tool.uv.index]] that is neither default nor explicit, a source of Poetry that is not explicit beside another or beside the usual index, a second source of PDM or in a Pipfile.',
    why: 'Nothing says which of them a package comes from. Whoever registers a name on one that you use on the other can have his package installed in place of yours.',
    mend: 'Let every package say where it comes from: explicit = true with [tool.uv.sources] in uv, priority = "explicit" with source in Poetry, include_packages in PDM, index in a Pipfile. pip has no such setting: use one index that passes on the other’s packages, and hashes.',
    quickFix: 'Sets explicit, for uv and Poetry.',
    sources: [
      'https://docs.astral.sh/uv/concepts/indexes/',
      'https://python-poetry.org/docs/repositories/',
      'https://cwe.mitre.org/data/definitions/427.html',
    ],
  },
  needs: ['document'],
  *run({ document: { documents } }) {
    for (const document of documents) yield* findingsIn(document);
  },
};

/** An index with the table it stands in, and the installer that it is meant for. */
interface PlacedIndex {
  readonly index: IndexReference;
  readonly table: IndexTable | null;
  readonly tool: string;
}

function findingsIn(document: DependencyDocument): readonly Finding[] {
  const tables = indexTablesIn(document);
  const { lines } = editable(document);
  const indexes = document.indexes.map(index => {
    const table = tables.get(lines.offsetAt(index.span.start)) ?? null;
    return { index, table, tool: toolOf(document, table) };
  });
  const firstOfPoetry = indexes.find(({ index, tool }) => tool === 'poetry' && index.role === 'primary');
  const mainOfPoetry = isUsualIndexPrimary(document) ? null : firstOfPoetry;
  return indexes
    .filter(placed => isExtra(placed, mainOfPoetry))
    .map(placed => ({
      message: messages.get(placed.tool) ?? PIP,
      file: document.file,
      span: placed.index.span,
      fixes: fixes(document, placed),
    }));
}

/** Poetry drops the usual index beside a primary source, unless a source of that name, which has no address, keeps it. */
function isUsualIndexPrimary({ toml }: DependencyDocument): boolean {
  const sources = toml === null ? [] : tablesIn(toml, ['tool', 'poetry', 'source']);
  return sources.some(
    source => fieldText(source, 'name')?.toLowerCase() === 'pypi' && !source.has('url') && poetryRole(source) === 'primary',
  );
}

/** Poetry knows more than one primary source; PDM one that is for some packages only. */
function isExtra(placed: PlacedIndex, mainOfPoetry: PlacedIndex | null | undefined): boolean {
  const { index, table, tool } = placed;
  if (tool === 'pdm' && table?.fields.has('include_packages')) return false;
  if (tool === 'poetry' && index.role === 'primary') return placed !== mainOfPoetry;
  return index.role === 'extra';
}

const PIP =
  'Packages come from this index or another, whichever has the higher version: somebody else’s package of the same name may be installed. Use one index.';

const messages: ReadonlyMap<string, string> = new Map([
  [
    'uv',
    'uv asks this index for every package, so it can answer for names that are not its own. Set explicit = true and name it in [tool.uv.sources].',
  ],
  [
    'poetry',
    'Poetry asks this source for packages that do not name it, so it can answer for names that are not its own. Set priority = "explicit".',
  ],
  [
    'pdm',
    'PDM asks all sources for every package: somebody else’s package of the same name may be installed. Say with include_packages what comes from here.',
  ],
  [
    'pipenv',
    'Where a package does not say its index, some versions of Pipenv take it from either source. Write index = "…" at each package from here.',
  ],
]);

/** uv takes an explicit index only with a name. */
function fixes(document: DependencyDocument, { index, table, tool }: PlacedIndex): readonly Fix[] {
  if (table === null) return [];
  const title = 'Use it only for packages that name it';
  if (tool === 'poetry') return indexSettingFix(document, table, 'priority', '"explicit"', `${title} (priority = "explicit")`);
  if (tool !== 'uv' || index.name === null) return [];
  return indexSettingFix(document, table, 'explicit', 'true', `${title} (explicit = true)`);
}
