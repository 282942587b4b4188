import { expect, test } from 'vitest';

import { groupCycle } from '../../../../../src/core/checks/dependencies/groupCycle.ts';
import { groupMissing } from '../../../../../src/core/checks/dependencies/groupMissing.ts';
import { includeCycle } from '../../../../../src/core/checks/dependencies/includeCycle.ts';
import { includeMissing } from '../../../../../src/core/checks/dependencies/includeMissing.ts';
import { findingsOf, marksOf } from './ruleFindings.ts';
import { requirements } from './projectTexts.ts';

test.each([
  ['there', { ...requirements('-r base.txt\n-c constraints.txt\n'), 'base.txt': '', 'constraints.txt': '' }, []],
  ['not there', requirements('idna\n-r base.txt\n'), ['error requirements.txt:2 -r base.txt']],
  ['constraints that are not there', requirements('-c limits.txt\n'), ['error requirements.txt:1 -c limits.txt']],
  ['relative to the file that names it', { 'requirements/dev.txt': '-r base.txt\n', 'requirements/base.txt': '' }, []],
  ['where nobody can look', requirements('-r https://files.example/r.txt\n-r ${HOME}/r.txt\n'), []],
])('an included file that is %s', (_, texts, expected) => {
  expect(marksOf(includeMissing, texts)).toEqual(expected);
});

test('says where it was looked for', () => {
  const texts = { 'requirements/dev.txt': '-r ../base.txt\n' };
  expect(findingsOf(includeMissing, texts)).toMatchObject([
    { message: '../base.txt, looked for at base.txt, is not there: installers stop at this line.' },
  ]);
});

test.each([
  ['none', { ...requirements('-r base.txt\n-r b.txt\n'), 'base.txt': '-r b.txt\n', 'b.txt': '' }, []],
  ['itself', requirements('-r requirements.txt\n'), ['requirements.txt:1 requirements.txt → requirements.txt']],
  [
    'two',
    { ...requirements('idna\n-r base.txt\n'), 'base.txt': '-c requirements.txt\n' },
    ['base.txt:1 requirements.txt → base.txt → requirements.txt'],
  ],
  [
    'some that others lead to',
    { ...requirements('-r a.txt\n'), 'a.txt': '-r b.txt\n', 'b.txt': '\n-r a.txt\n' },
    ['b.txt:2 a.txt → b.txt → a.txt'],
  ],
])('files in a circle: %s', (_, texts, expected) => {
  expect(findingsOf(includeCycle, texts).map(({ file, span, message }) => `${file}:${span.start.line + 1} ${chainIn(message)}`)).toEqual(
    expected,
  );
});

const poetry = (text: string) => ({ 'pyproject.toml': `[tool.poetry.dependencies]\nidna = "3"\n${text}` });
const groups = (text: string) => ({ 'pyproject.toml': `[dependency-groups]\n${text}` });

test.each([
  ['there', groups('a = [{ include-group = "My_Group" }]\nmy-group = []\n'), []],
  ['not there', groups('a = ["idna", { include-group = "b" }]\n'), ['error pyproject.toml:2 b']],
  [
    "there, of Poetry's",
    poetry('[tool.poetry.group.a]\ninclude-groups = ["My_Group", "main"]\n[tool.poetry.group.my-group.dependencies]\n'),
    [],
  ],
  ["not there, of Poetry's", poetry('[tool.poetry.group.a]\ninclude-groups = ["nope"]\n'), ['error pyproject.toml:4 nope']],
  ['only the standard’s, of Poetry’s', groups('a = []\n[tool.poetry.group]\nb.include-groups = ["A"]\n'), []],
  [
    'only Poetry’s, of the standard’s',
    groups('a = [{ include-group = "b" }]\n[tool.poetry.group.b.dependencies]\n'),
    ['error pyproject.toml:2 b'],
  ],
])('an included group that is %s', (_, texts, expected) => {
  expect(marksOf(groupMissing, texts).map(mark => mark.replace(/\{.*"(.*)".*\}|"(.*)"/, '$1$2'))).toEqual(expected);
});

test.each([
  ['none', groups('a = [{ include-group = "b" }, { include-group = "c" }]\nb = [{ include-group = "c" }]\nc = []\n'), []],
  ['itself', groups('a = [{ include-group = "A" }]\n'), ['2 a → a']],
  [
    'three',
    groups('a = [{ include-group = "b" }]\nb = [{ include-group = "c" }]\nc = ["x", { include-group = "a" }]\n'),
    ['4 a → b → c → a'],
  ],
  [
    "two of Poetry's",
    poetry('[tool.poetry.group.A]\ninclude-groups = ["b"]\n[tool.poetry.group.b]\ninclude-groups = ["a"]\n'),
    ['6 a → b → a'],
  ],
  [
    'the standard’s, to which Poetry adds something else',
    groups('a = [{ include-group = "b" }]\nb = [{ include-group = "a" }]\n[tool.poetry.group.b]\noptional = true\n'),
    ['3 a → b → a'],
  ],
  ['two circles', groups('a = [{ include-group = "a" }]\nb = [{ include-group = "b" }]\n'), ['2 a → a', '3 b → b']],
])('groups in a circle: %s', (_, texts, expected) => {
  expect(findingsOf(groupCycle, texts).map(({ span, message }) => `${span.start.line + 1} ${chainIn(message)}`)).toEqual(expected);
});

test('a very long chain of files', () => {
  const links = Array.from(
    { length: 20_000 },
    (_, number) => [`requirements-${number}.txt`, `-r requirements-${(number + 1) % 20_000}.txt\n`] as const,
  );
  expect(findingsOf(includeCycle, Object.fromEntries(links))).toHaveLength(1);
});

function chainIn(message: string): string {
  return /: (.*?)\./.exec(message.replaceAll('.txt', '·txt'))?.[1]?.replaceAll('·txt', '.txt') ?? message;
}
