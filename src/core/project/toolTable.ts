import { pinnings, type CheckId, type Pinning } from '../checks/check.ts';
import { isCheckId } from '../checks/ruleNames.ts';
import type { DependencyDocument } from '../documents/dependencyDocument.ts';
import { oncePerDocument } from '../edits/oncePerDocument.ts';
import { linesOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { visibleText } from '../text/visibleText.ts';
import type { Range } from '../toml/scanToml.ts';
import { readAcceptedNames, type AcceptedName } from './acceptedNames.ts';
import { readIgnoredRules, type IgnoredRule } from './ignoredRules.ts';
import type { TextProblem } from './parseToml.ts';
import type { Profile } from './projectProfile.ts';
import { choiceSetting, isTableNode, listSetting, refuseUnknownKeys, textSetting, type Refuse } from './settings.ts';
import { tomlTree, type TomlNode } from './tomlTree.ts';

/** What a project asks of Countersign in `[tool.countersign]`, as far as it can be followed; the rest is in `problems`. */
export interface ToolTable {
  readonly requiredVersion: RequiredVersion | null;
  readonly profile: Profile | null;
  readonly pinning: Pinning | null;
  readonly ignore: readonly Placed<IgnoredRule>[];
  readonly names: readonly Placed<AcceptedName>[];
  /** Checks that are off by default and asked for. */
  readonly enable: readonly CheckId[];
  readonly problems: readonly TextProblem[];
}

/** `value`: a text or boolean as it stands there, null for anything else. */
export interface RequiredVersion {
  readonly value: string | boolean | null;
  readonly span: Span;
}

export type Placed<T> = T & { readonly span: Span };

/** The file that `[tool.countersign]` counts in: the project's own. */
export const TOOL_FILE = 'pyproject.toml';

const profiles: readonly Profile[] = ['library', 'application'];
const known = ['required-version', 'profile', 'pinning', 'ignore', 'names', 'enable'];
const ENABLE = 'enable is a list of rules: [ "dep/upper-cap-in-library" ].';

/** Reads the project's own table, with places; half typed files too. */
export function readToolTable(documents: readonly DependencyDocument[]): ToolTable {
  const document = documents.find(({ file }) => file === TOOL_FILE);
  return document ? toolTableOf(document) : emptyTable;
}

const toolTableOf = oncePerDocument((document): ToolTable => {
  const tree = document.toml ? tomlTree(document.toml, ['tool', 'countersign']) : null;
  if (tree === null) return emptyTable;
  const lines = linesOf(document.text);
  const spanOf = ({ start, end }: Range): Span => lines.spanOf(start, end);
  const problems: TextProblem[] = [];
  const refuse: Refuse = (range, message) => problems.push({ message, range: spanOf(range) });
  const placed = <T extends { readonly range: Range }>(item: T): Placed<T> => ({ ...item, span: spanOf(item.range) });
  if (!isTableNode(tree)) refuse(tree.range, 'Write the settings below a line [tool.countersign].');
  else refuseUnknownKeys(tree, known, '[tool.countersign]', refuse);
  return {
    requiredVersion: readRequiredVersion(tree, spanOf),
    profile: choiceSetting(tree, 'profile', profiles, refuse),
    pinning: choiceSetting(tree, 'pinning', pinnings, refuse),
    ignore: readIgnoredRules(tree, document.text, refuse).map(placed),
    names: readAcceptedNames(tree, refuse).map(placed),
    enable: readEnabled(tree, refuse),
    problems,
  };
});

const emptyTable: ToolTable = { requiredVersion: null, profile: null, pinning: null, ignore: [], names: [], enable: [], problems: [] };

function readRequiredVersion({ below }: TomlNode, spanOf: (range: Range) => Span): RequiredVersion | null {
  const node = below.get('required-version');
  if (node === undefined || node.entry?.kind === 'broken') return null;
  return { value: node.entry?.value ?? null, span: spanOf(node.range) };
}

function readEnabled(tree: TomlNode, refuse: Refuse): readonly CheckId[] {
  return listSetting(tree, 'enable', ENABLE, refuse).flatMap(node => {
    const name = isTableNode(node) ? null : textSetting(node, ENABLE, refuse);
    if (name !== null && isCheckId(name)) return [name];
    if (name !== null) refuse(node.range, `"${visibleText(name)}" is no rule of Countersign, so nothing is switched on.`);
    return [];
  });
}
