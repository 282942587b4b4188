import { readDirectReference } from '../requirements/directReference.ts';
import { placedReference } from '../requirementsFile/placedReference.ts';
import type { TomlEntry } from '../toml/scanToml.ts';
import type { KeyedDependency } from './keyedDependencies.ts';
import type { PlacedToml } from './placedToml.ts';
import type { DirectReference } from './requirement.ts';
import { fieldText } from './tomlFields.ts';

/** What a dependency's table points to with `git`, `url`, `path` or `file`; null where it names a release of an index. */
export function keyedReference(source: PlacedToml, dependency: KeyedDependency): DirectReference | null {
  const { fields } = dependency;
  const [key, entry] = [...fields].find(([field, { value }]) => REFERENCES.has(field) && typeof value === 'string') ?? [];
  if (key === undefined || entry === undefined) return null;
  return VCS.has(key) ? checkout(source, dependency, entry) : located(source, entry);
}

const VCS = new Set(['git', 'hg', 'svn', 'bzr']);
const REFERENCES = new Set([...VCS, 'url', 'path', 'file']);

/** The firmest of what Poetry (`rev`, `tag`, `branch`) and Pipenv (`ref`, or behind the address) name. */
function checkout(source: PlacedToml, { fields }: KeyedDependency, entry: TomlEntry): DirectReference {
  const url = String(entry.value);
  const written = ['rev', 'ref', 'tag', 'branch'].map(key => fieldText(fields, key)).find(text => text !== null);
  const revision = written ?? readDirectReference(`git+${url}`).revision;
  return { kind: 'vcs', url, revision, hashes: [], span: source.spanOf(entry.rangeOf(0, url.length)) };
}

function located(source: PlacedToml, entry: TomlEntry): DirectReference {
  const url = String(entry.value);
  return placedReference(url, { start: 0, end: url.length }, ({ start, end }) => source.spanOf(entry.rangeOf(start, end)));
}
