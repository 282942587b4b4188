import { expect, test } from 'vitest';

import { readDocument } from '../../../../src/core/documents/readDocument.ts';
import { readToolTable, type ToolTable } from '../../../../src/core/project/toolTable.ts';
import { linesOf } from '../../../../src/core/text/lines.ts';

const full = `[tool.countersign]
required-version = ">=0.1"
profile = "application"
pinning = "strict"
enable = ["dep/upper-cap-in-library"]
ignore = [
  { rule = "dep/unpinned", package = "Foo_Bar", reason = " why ", until = 2027-01-31 },
  { rule = "dep/yanked", reason = "known" },
]
names = [{ name = "Reqeusts", reason = "mine" }]
`;

test.each([
  ['as one table', full],
  ['with CRLF', full.replaceAll('\n', '\r\n')],
  ['with a byte order mark', `\uFEFF${full}`],
  [
    'as tables of their own',
    `[tool.countersign]
required-version = ">=0.1"
profile = "application"
pinning = "strict"
enable = ["dep/upper-cap-in-library"]
[[tool.countersign.ignore]]
rule = "dep/unpinned"
package = "Foo_Bar"
reason = "why"
until = 2027-01-31
[[tool.countersign.ignore]]
rule = "dep/yanked"
reason = "known"
[[tool.countersign.names]]
name = "Reqeusts"
reason = "mine"
`,
  ],
  [
    'as one line and dotted keys',
    `[tool]
countersign.required-version = ">=0.1"
countersign.profile = "application"
countersign.pinning = "strict"
countersign.enable = ["dep/upper-cap-in-library"]
countersign.ignore = [{ rule = "dep/unpinned", package = "Foo_Bar", reason = "why", until = "2027-01-31" }, { rule = "dep/yanked", reason = "known" }]
countersign.names = [{ name = "Reqeusts", reason = "mine" }]
`,
  ],
])('everything that can be set: %s', (_, text) => {
  const table = tableOf(text);
  expect(table).toMatchObject({ requiredVersion: { value: '>=0.1' }, profile: 'application', pinning: 'strict', problems: [] });
  expect(table.enable).toEqual(['dep/upper-cap-in-library']);
  expect(table.ignore).toMatchObject([
    { rule: 'dep/unpinned', package: 'foo-bar', reason: 'why', ends: Date.UTC(2027, 1, 1) },
    { rule: 'dep/yanked', package: null, reason: 'known', ends: null },
  ]);
  expect(table.names).toMatchObject([{ name: 'reqeusts', reason: 'mine' }]);
});

test.each([
  ['nothing', '', []],
  ['no table', 'tool.countersign = 1', ['1']],
  ['a list of tables', '[[tool.countersign]]\nprofile = "library"', ['[[tool.countersign]]']],
  ['an unknown key', '[tool.countersign]\nfoo = 1', ['foo']],
  ['an unknown table', '[tool.countersign.foo]\nbar = 1', ['[tool.countersign.foo]']],
  ['an unknown profile', '[tool.countersign]\nprofile = "lib"', ['"lib"']],
  ['a profile that is no text', '[tool.countersign]\nprofile = true', ['true']],
  ['an empty profile', '[tool.countersign]\nprofile = ""', ['""']],
  ['an unknown pinning', '[tool.countersign]\npinning = "hard"', ['"hard"']],
  ['a half typed value', '[tool.countersign]\nprofile = ', []],
  ['enable as a text', '[tool.countersign]\nenable = "dep/unpinned"', ['"dep/unpinned"']],
  ['an unknown rule in enable', '[tool.countersign]\nenable = ["dep/foo", 1]', ['"dep/foo"', '1']],
  ['ignore as a text', '[tool.countersign]\nignore = "dep/unpinned"', ['"dep/unpinned"']],
  ['ignore as a table', '[tool.countersign.ignore]\nrule = "dep/unpinned"', ['[tool.countersign.ignore]']],
  ['a text in ignore', '[tool.countersign]\nignore = ["dep/unpinned"]', ['"dep/unpinned"']],
  ['no rule', '[tool.countersign]\nignore = [{ reason = "why" }]', ['{ reason = "why" }']],
  ['a rule that is no text', '[tool.countersign]\nignore = [{ rule = 1, reason = "why" }]', ['1']],
  ['a rule that cannot be silenced', '[tool.countersign]\nignore = [{ rule = "config/invalid", reason = "why" }]', ['"config/invalid"']],
  ['no reason', '[tool.countersign]\nignore = [{ rule = "dep/unpinned" }]', ['{ rule = "dep/unpinned" }']],
  ['an empty reason', '[tool.countersign]\nignore = [{ rule = "dep/unpinned", reason = " " }]', ['" "']],
  ['a package that is no text', '[tool.countersign]\nignore = [{ rule = "dep/unpinned", reason = "why", package = ["a"] }]', ['["a"]']],
  [
    'a date that is none',
    '[tool.countersign]\nignore = [{ rule = "dep/unpinned", reason = "why", until = "2027-02-30" }]',
    ['"2027-02-30"'],
  ],
  ['a number for a date', '[tool.countersign]\nignore = [{ rule = "dep/unpinned", reason = "why", until = 2027 }]', ['2027']],
  ['an unknown key in ignore', '[tool.countersign]\nignore = [{ rule = "dep/unpinned", reason = 1, why = "x" }]', ['why', '1']],
  ['a name without a reason', '[tool.countersign]\nnames = [{ name = "a" }]', ['{ name = "a" }']],
  ['no name', '[tool.countersign]\nnames = [{ reason = "a" }]', ['{ reason = "a" }']],
  ['a name that is none', '[tool.countersign]\nnames = [{ name = "a b", reason = "mine" }]', ['"a b"']],
  ['a text in names', '[tool.countersign]\nnames = ["a"]', ['"a"']],
])('what cannot be followed is refused where it stands: %s', (_, text, expected) => {
  const table = tableOf(text);
  expect(table.problems.map(({ range }) => written(text, range))).toEqual(expected);
  expect([table.profile, table.pinning, table.ignore, table.names, table.enable]).toEqual([null, null, [], [], []]);
});

test('a good entry is followed beside one that is not', () => {
  const table = tableOf('[tool.countersign]\nignore = [{ rule = "dep/unpinned" }, { rule = "dep/yanked", reason = "known" }]');
  expect(table.ignore.map(({ rule }) => rule)).toEqual(['dep/yanked']);
  expect(table.problems).toHaveLength(1);
});

test('keys that name a prototype are keys like others', () => {
  const text =
    '[tool.countersign]\n__proto__ = { profile = "library" }\nignore = [{ constructor = 1, rule = "__proto__", reason = "why" }]\n';
  expect(tableOf(text).problems).toHaveLength(3);
  expect(({} as { profile?: unknown }).profile).toBeUndefined();
});

test('a file of another folder does not count', () => {
  const document = readDocument('sub/pyproject.toml', 'pyproject', full);
  expect(readToolTable(document === null ? [] : [document]).profile).toBeNull();
});

function tableOf(text: string): ToolTable {
  const document = readDocument('pyproject.toml', 'pyproject', text);
  return readToolTable(document === null ? [] : [document]);
}

function written(text: string, { start, end }: ToolTable['problems'][number]['range']): string {
  const lines = linesOf(text);
  return text.slice(lines.offsetAt(start), lines.offsetAt(end));
}
