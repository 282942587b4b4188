import type { Chance } from './chance.ts';

/** On one line, or over several with comments; with a comma at the end, or without. */
export function enclosed(chance: Chance, open: string, values: readonly string[], close: string): string {
  if (chance.isOneIn(2)) return `${open}${blank(chance)}${values.join(`${blank(chance)},${blank(chance)}`)}${blank(chance)}${close}`;
  const line = (): string => `${chance.isOneIn(4) ? ' # "why", [it] = so' : ''}\n${chance.isOneIn(6) ? '\n' : ''}${indentation(chance)}`;
  const comma = (): string => (chance.isOneIn(8) ? `${line()},` : ',');
  const last = values.length > 0 && chance.isOneIn(2) ? comma() : '';
  return `${open}${line()}${values.map((value, index) => (index === 0 ? value : `${comma()}${line()}${value}`)).join('')}${last}${line()}${close}`;
}

export function indentation(chance: Chance): string {
  return chance.pick(['', '', '', '  ', '    ', '\t']);
}

export function blank(chance: Chance): string {
  return chance.pick(['', ' ', ' ', '  ', '\t']);
}

export function ending(chance: Chance): string {
  return chance.pick(['', '', '', ' ', ' # why', '#"why" [x]']);
}
