import { isValidName, normalizeName } from '../names/normalizeName.ts';
import type { Range } from '../toml/scanToml.ts';
import { readReason } from './ignoredRules.ts';
import { isTableNode, listSetting, refuseUnknownKeys, textSetting, type Refuse } from './settings.ts';
import type { TomlNode } from './tomlTree.ts';

/** An entry of `[tool.countersign] names`: a package that is meant, though its name looks like another's. */
export interface AcceptedName {
  /** Normalised. */
  readonly name: string;
  readonly reason: string;
  readonly range: Range;
}

const SHAPE = 'names is a list of tables: [ { name = "…", reason = "…" } ].';
const NAME = 'This entry names no package, so it accepts none. Add name = "…".';

export function readAcceptedNames(table: TomlNode, refuse: Refuse): readonly AcceptedName[] {
  return listSetting(table, 'names', SHAPE, refuse).flatMap(node => {
    if (isTableNode(node)) return readEntry(node, refuse);
    refuse(node.range, SHAPE);
    return [];
  });
}

function readEntry(node: TomlNode, refuse: Refuse): readonly AcceptedName[] {
  refuseUnknownKeys(node, ['name', 'reason'], 'an entry of names', refuse);
  const place = node.below.get('name');
  if (place === undefined) refuse(node.range, NAME);
  const name = textSetting(place, NAME, refuse);
  if (place && name !== null && !isValidName(name))
    refuse(place.range, 'This is no name of a package: letters A to Z, digits and . _ - only.');
  const reason = readReason(node, 'An entry without a reason accepts no name. Add reason = "…".', refuse);
  return name === null || !isValidName(name) || reason === null ? [] : [{ name: normalizeName(name), reason, range: node.range }];
}
