import type { Chance } from './chance.ts';
import { dotted, keyDepth, type Names } from './generateKeys.ts';
import { blank, enclosed } from './writeStyle.ts';

/** A value of any kind, with others in it while `depth` is small. */
export function generateValue(chance: Chance, names: Names, depth: number): string {
  const kind = chance.below(depth > 3 ? 6 : 9);
  if (kind < 3) return chance.pick(requirements);
  if (kind === 3) return chance.pick(strings);
  if (kind === 4) return chance.pick(longStrings);
  if (kind === 5) return chance.pick(scalars);
  return kind === 8 ? inlineTable(chance, names, depth) : list(chance, names, depth);
}

function list(chance: Chance, names: Names, depth: number): string {
  const values = Array.from({ length: chance.below(5) }, () => generateValue(chance, names, depth + 1));
  return enclosed(chance, '[', values, ']');
}

function inlineTable(chance: Chance, names: Names, depth: number): string {
  const fields = Array.from({ length: chance.below(4) }, () => {
    return `${dotted(chance, names, keyDepth(chance))}${blank(chance)}=${blank(chance)}${generateValue(chance, names, depth + 1)}`;
  });
  return enclosed(chance, '{', fields, '}');
}

/** As they stand in dependency lists, in all ways to write a string. */
export const requirements = [
  '"requests>=2.31,<3"',
  "'flask==3.1.0'",
  '"uvicorn[standard] ~= 0.30"',
  '"tomli>=2; python_version < \'3.11\'"',
  '\'tomli; python_version < "3.11"\'',
  '"pywin32; sys_platform == \\"win32\\""',
  '"demo @ https://files.example/demo.whl#sha256=aa"',
  '"^1.2"',
  '"*"',
];

const strings = [
  '""',
  "''",
  '"\\"quoted\\", and then [some]"',
  "'C:\\path\\'",
  '"\\\\"',
  '"\\b\\t\\n\\f\\r\\e\\x41\\u00e9\\U0001F600"',
  '"# no comment"',
  '"tab\there"',
  '"é\u{1F600}漢"',
  '"key = 1"',
  '"[header]"',
  '" , "',
  '\'a = "b"\'',
];

const longStrings = [
  '""""""',
  "''''''",
  '"""one line"""',
  '"""\nfirst\nsecond\n"""',
  "'''\nraw \\ and \"quotes\"\n[header]\nkey = 1\n'''",
  '"""with ""two"" and "one" inside"""',
  '"""at the end: \\""""',
  '"""two at the end"""""',
  "'''one at the end''''",
  '"""\\\n   joined \\  \n\n   text\\u0021\\\n"""',
  '"""\n[tool.x]\nname = "demo"\n"""',
  '"""a\\\\\nb"""',
];

const scalars = [
  'true',
  'false',
  '0',
  '+99',
  '-1_000',
  '0xDEAD_beef',
  '0o755',
  '0b1010',
  '9223372036854775807',
  '3.14',
  '-0.0',
  '1e10',
  '6.02_2e+2_3',
  'inf',
  '-nan',
  '1979-05-27',
  '07:32:00.5',
  '07:32',
  '1979-05-27T07:32:00Z',
  '1979-05-27 07:32:00-07:00',
  '1979-05-27t07:32',
];
