import type { Texts } from '../projectFacts.ts';
import { COMMIT, OTHER_SHA, SHA, uvLock } from './projectTexts.ts';

/** Numbers from 0 up to, not including, 1. */
export type Chance = () => number;

/** What a fault needs around it. */
export interface Surroundings {
  readonly kind: 'list' | 'poetry' | 'requirements';
  /** The requirements that are at fault, all of the package `target`. */
  readonly faulty: readonly string[];
  readonly header?: string;
}

/** A project with the faulty requirements among good ones, written in a manner that chance decides. */
export function generateProject(chance: Chance, { kind, faulty, header = '' }: Surroundings): Texts {
  const lineEnd = chance() < 0.5 ? '\n' : '\r\n';
  const mark = chance() < 0.1 ? '\uFEFF' : '';
  const written =
    kind === 'requirements' ? requirementsText(chance, faulty) : kind === 'poetry' ? poetryText(chance, faulty) : listText(chance, faulty);
  const file = kind === 'requirements' ? 'requirements.txt' : 'pyproject.toml';
  return { [file]: mark + (header + written).replaceAll('\n', lineEnd), ...LOCK };
}

const TARGET_LOCK = `\n[[package]]\nname = "checkout"\nversion = "1"\nsource = { git = "https://git.example/c#${COMMIT}" }\n`;
const LOCK = { 'uv.lock': `${uvLock(['target', '3.10'])['uv.lock'] ?? ''}${TARGET_LOCK}` };

function pick<T>(chance: Chance, items: readonly T[]): T {
  const item = items[Math.floor(chance() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/** Other requirements around the faulty ones, whose order is kept. */
function among(chance: Chance, faulty: readonly string[], other: (number: number) => string): readonly string[] {
  const items = [...faulty];
  const others = Math.floor(chance() * 5);
  for (let number = 0; number < others; number += 1) items.splice(Math.floor(chance() * (items.length + 1)), 0, other(number));
  return items;
}

const BOUNDS = ['>=1', ' >= 2.0, <9', '[a,b]>=1', '>=1 ; os_name == $nt$', '~=1.4'];

function listText(chance: Chance, faulty: readonly string[]): string {
  const items = among(chance, faulty, number => `other-${number}${pick(chance, BOUNDS)}`).map(item => quote(chance, item));
  const before = '[project]\nname = "demo" # c-name\nversion = "1"\n';
  const after = pick(chance, [
    '',
    '\n',
    '\n# c-end\n[tool.x]\ny = ["target>=1"] # c-tool\n',
    '\n[tool.uv]\n',
    '\n[dependency-groups]\ndev = [\n  "pytest", # c-dev\n]\n',
  ]);
  return `${before}dependencies = ${pick(chance, [oneLine, manyLines, mixedLines])(chance, items)}${after}`;
}

function quote(chance: Chance, item: string): string {
  return item.includes("'") || chance() < 0.5 ? `"${item.replaceAll('$', "'")}"` : `'${item.replaceAll('$', '"')}'`;
}

function oneLine(chance: Chance, items: readonly string[]): string {
  const edge = pick(chance, ['', ' ']);
  return `[${edge}${items.join(pick(chance, [', ', ',', ' , ']))}${pick(chance, ['', ',', ', '])}${edge}]${pick(chance, ['', ' # c-line'])}`;
}

function manyLines(chance: Chance, items: readonly string[]): string {
  const indent = pick(chance, ['    ', '  ', '\t', '']);
  const lines = items.map((item, number) => {
    const comma = number < items.length - 1 || chance() < 0.7 ? ',' : '';
    const above = chance() < 0.2 ? `${indent}# c-above-${number}\n` : '';
    return `${above}${indent}${item}${comma}${pick(chance, ['', '', ` # c-${number}`])}`;
  });
  return `[${pick(chance, ['', ' # c-open'])}\n${lines.join('\n')}\n]`;
}

function mixedLines(chance: Chance, items: readonly string[]): string {
  const joined = items.map((item, number) => (number === 0 ? item : `,${pick(chance, [' ', '\n  ', ' # c-mixed\n  '])}${item}`)).join('');
  return `[${pick(chance, ['', '\n  '])}${joined}${pick(chance, ['', ',', '\n', ' # c-last\n'])}]`;
}

function poetryText(chance: Chance, faulty: readonly string[]): string {
  const lines = among(
    chance,
    faulty,
    number => `other-${number} = ${pick(chance, ['"^1.2"', '{ version = ">=1", extras = ["a"] }', "'~1.4'"])}`,
  );
  const marked = lines.map((line, number) => `${line}${pick(chance, ['', '', ` # c-${number}`])}`);
  const after = pick(chance, ['', '\n', '\n\n[tool.poetry.group.dev.dependencies]\npytest = "^8" # c-dev\n']);
  return `[tool.poetry.dependencies]\npython = "^3.9"\n${marked.join('\n')}${after}`;
}

function requirementsText(chance: Chance, faulty: readonly string[]): string {
  const lines = among(
    chance,
    faulty,
    number => `other-${number}==1.${number}${hash(chance, SHA)}${pick(chance, ['', hash(chance, OTHER_SHA)])}`,
  );
  const marked = lines.map(
    (line, number) => `${line}${pick(chance, ['', ` # c-${number}`, `\n    # via c-${number}`, `\n# c-${number}`, '\n'])}`,
  );
  return marked.join('\n') + pick(chance, ['', '\n']);
}

function hash(chance: Chance, digest: string): string {
  return `${pick(chance, [' ', ' \\\n    '])}--hash=sha256:${digest}`;
}
