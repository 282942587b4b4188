import { visibleText } from '../text/visibleText.ts';
import type { Range } from '../toml/scanToml.ts';
import type { TomlNode } from './tomlTree.ts';

/** Takes what cannot be followed, with its place. */
export type Refuse = (range: Range, message: string) => void;

/** Null where there is none, or an empty one. `message` says what is expected where another kind of value stands. */
export function textSetting(node: TomlNode | undefined, message: string, refuse: Refuse): string | null {
  if (node === undefined || isHalfTyped(node)) return null;
  const value = node.entry?.value;
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  refuse(node.range, message);
  return null;
}

/** One of a few words. */
export function choiceSetting<T extends string>(table: TomlNode, key: string, choices: readonly T[], refuse: Refuse): T | null {
  const message = `${key} is ${inWords(
    choices.map(choice => `"${choice}"`),
    'or',
  )}.`;
  const node = table.below.get(key);
  const text = textSetting(node, message, refuse);
  const chosen = choices.find(choice => choice === text) ?? null;
  if (text !== null && chosen === null && node) refuse(node.range, message);
  return chosen;
}

/** The elements of a list, or of an array of tables. */
export function listSetting(table: TomlNode, key: string, message: string, refuse: Refuse): readonly TomlNode[] {
  const node = table.below.get(key);
  if (node === undefined || isHalfTyped(node)) return [];
  const isList = node.entry === null ? [...node.below.keys()].every(name => typeof name === 'number') : node.entry.kind === 'list';
  if (isList) return [...node.below.values()].filter(item => !isHalfTyped(item));
  refuse(node.range, message);
  return [];
}

export function isTableNode({ entry, below }: TomlNode): boolean {
  return entry === null ? ![...below.keys()].some(key => typeof key === 'number') : entry.kind === 'table';
}

export function refuseUnknownKeys(table: TomlNode, known: readonly string[], where: string, refuse: Refuse): void {
  for (const [key, { keyRange }] of table.below) {
    if (known.includes(String(key))) continue;
    refuse(
      keyRange,
      `"${visibleText(String(key))}" is not known in ${where}, so nothing follows from it. Known are ${inWords(known, 'and')}.`,
    );
  }
}

/** The file's own fault; whoever looks at its grammar says it. */
function isHalfTyped({ entry }: TomlNode): boolean {
  return entry?.kind === 'broken';
}

function inWords(words: readonly string[], conjunction: 'and' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1) ?? ''}`;
}
