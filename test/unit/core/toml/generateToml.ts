import type { Chance } from './chance.ts';
import { createNames, dotted, keyDepth, type Names } from './generateKeys.ts';
import { addProject } from './generatePyproject.ts';
import { generateValue } from './generateValue.ts';
import { blank, ending, indentation } from './writeStyle.ts';

/** A valid TOML 1.1 document with everything the language has, also what people write rarely. The same for the same chance. */
export function generateToml(chance: Chance): string {
  const lineEnd = chance.isOneIn(4) ? '\r\n' : '\n';
  const names = createNames(chance);
  const lines: string[] = [];
  addKeys(chance, lines, names, 2);
  if (chance.isOneIn(2)) addProject(chance, lines);
  const tables = chance.below(6);
  for (let table = 0; table < tables; table += 1) addTable(chance, lines, names);
  const mark = chance.isOneIn(8) ? '\uFEFF' : '';
  const end = chance.isOneIn(3) ? '' : '\n';
  return mark + (lines.join('\n') + end).replaceAll('\n', lineEnd);
}

function addTable(chance: Chance, lines: string[], names: Names): void {
  if (chance.isOneIn(3)) return addArray(chance, lines, names);
  const path = dotted(chance, names, 1 + chance.below(3));
  lines.push(`${indentation(chance)}[${blank(chance)}${path}${blank(chance)}]${ending(chance)}`);
  addKeys(chance, lines, names, 4);
}

function addArray(chance: Chance, lines: string[], names: Names): void {
  const path = dotted(chance, names, 1 + chance.below(2));
  const elements = 1 + chance.below(3);
  const below = names.key();
  for (let element = 0; element < elements; element += 1) {
    lines.push(`[[${blank(chance)}${path}${blank(chance)}]]${ending(chance)}`);
    addKeys(chance, lines, names, 2);
    if (chance.isOneIn(3)) addBelow(chance, lines, names, `${path}.${below}`);
  }
}

function addBelow(chance: Chance, lines: string[], names: Names, path: string): void {
  const isArray = chance.isOneIn(2);
  lines.push(isArray ? `[[${path}]]` : `[${path}]`);
  addKeys(chance, lines, names, 2);
}

function addKeys(chance: Chance, lines: string[], names: Names, most: number): void {
  const count = chance.below(most + 1);
  for (let key = 0; key < count; key += 1) {
    if (chance.isOneIn(5)) lines.push(chance.pick(['', '  ', '# a "comment" with [brackets] = 1', "\t# it's"]));
    const value = generateValue(chance, names, 0);
    lines.push(
      `${indentation(chance)}${dotted(chance, names, keyDepth(chance))}${blank(chance)}=${blank(chance)}${value}${ending(chance)}`,
    );
  }
}
