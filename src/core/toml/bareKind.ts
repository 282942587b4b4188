import type { TomlEntry } from './tomlEntry.ts';

/** Far above what a number or a date needs. */
const LONGEST = 1000;

const INTEGER = /^(?:[+-]?(?:0|[1-9](?:_?\d)*)|0x[\dA-Fa-f](?:_?[\dA-Fa-f])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*)$/;
const FLOAT = /^[+-]?(?:(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?|inf|nan)$/;
const TIME = String.raw`\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?`;
const DATE = new RegExp(String.raw`^(?:${TIME}|\d{4}-\d{2}-\d{2}(?:[Tt ]${TIME}(?:[Zz]|[+-]\d{2}:\d{2})?)?)$`);

/** What a value without quotes is, by its form alone. */
export function bareKind(text: string, start: number, end: number): TomlEntry['kind'] {
  if (end - start > LONGEST) return 'broken';
  const written = text.slice(start, end);
  if (written === 'true' || written === 'false') return 'boolean';
  if (INTEGER.test(written)) return 'integer';
  if (FLOAT.test(written)) return 'float';
  return DATE.test(written) ? 'date' : 'broken';
}
