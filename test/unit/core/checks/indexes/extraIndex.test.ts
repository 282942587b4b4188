import { expect, test } from 'vitest';

import { extraIndex } from '../../../../../src/core/checks/indexes/extraIndex.ts';
import { findingsOf, marksOf, mended } from '../marksOf.ts';

const ONE = 'https://one.example/simple';
const TWO = 'https://two.example/simple';
const uv = (settings: string) => ({ 'pyproject.toml': `[[tool.uv.index]]\nname = "one"\nurl = "${ONE}"\n${settings}` });
const poetry = (...settings: readonly string[]) => ({
  'pyproject.toml': settings
    .map((setting, place) => `[[tool.poetry.source]]\nname = "s${place}"\nurl = "${place === 0 ? ONE : TWO}"\n${setting}\n`)
    .join(''),
});
const usualBeside = (setting: string) => ({
  'pyproject.toml': `[[tool.poetry.source]]\nname = "PyPI"\n${setting}\n[[tool.poetry.source]]\nname = "own"\nurl = "${ONE}"\n`,
});

test.each([
  ['pip, one index', { 'requirements.txt': `--index-url ${ONE}\n` }, []],
  ['pip, the last of two counts', { 'requirements.txt': `-i ${ONE}\n-i ${TWO}\n` }, []],
  ['pip, one more', { 'requirements.txt': `--index-url ${ONE}\n--extra-index-url ${TWO}\n` }, [`requirements.txt:2 ${TWO}`]],
  ['pip, a page of files', { 'requirements.txt': `-f ${ONE}\n` }, []],
  ['uv, beside the usual one', uv(''), [`pyproject.toml:3 ${ONE}`]],
  ['uv, explicit', uv('explicit = true\n'), []],
  ['uv, in the place of the usual one', uv('default = true\n'), []],
  ['uv, a setting', { 'pyproject.toml': `[tool.uv]\nindex-url = "${ONE}"\nextra-index-url = ["${TWO}"]\n` }, [`pyproject.toml:3 ${TWO}`]],
  ['uv, for two of its commands', { 'pyproject.toml': `[tool.uv]\nindex-url = "${ONE}"\npip.index-url = "${TWO}"\n` }, []],
  ['Poetry, one', poetry(''), []],
  ['Poetry, explicit', poetry('', 'priority = "explicit"'), []],
  ['Poetry, supplemental', poetry('', 'priority = "supplemental"'), [`pyproject.toml:7 ${TWO}`]],
  ['Poetry, two', poetry('', 'priority = "primary"'), [`pyproject.toml:7 ${TWO}`]],
  ['Poetry, beside the usual one', usualBeside('priority = "primary"'), [`pyproject.toml:6 ${ONE}`]],
  ['Poetry, beside the usual one without a priority', usualBeside(''), [`pyproject.toml:6 ${ONE}`]],
  ['Poetry, with the usual one where nothing else is found', usualBeside('priority = "supplemental"'), []],
  ['Poetry, with the usual one by name alone', usualBeside('priority = "explicit"'), []],
  ['PDM, in the place of the usual one', { 'pyproject.toml': `[[tool.pdm.source]]\nname = "pypi"\nurl = "${ONE}"\n` }, []],
  ['PDM, one more', { 'pyproject.toml': `[[tool.pdm.source]]\nname = "own"\nurl = "${ONE}"\n` }, [`pyproject.toml:3 ${ONE}`]],
  ['PDM, for some packages', { 'pyproject.toml': `[[tool.pdm.source]]\nname = "own"\nurl = "${ONE}"\ninclude_packages = ["own-*"]\n` }, []],
])('%s', (_, texts, expected) => {
  expect(marksOf(extraIndex, texts)).toEqual(expected);
});

test.each([
  ['uv', uv(''), uv('explicit = true\n')],
  ['uv, said otherwise before', uv('explicit = false # not yet\n'), uv('explicit = true # not yet\n')],
  [
    'uv, a comment behind the address',
    { 'pyproject.toml': `[[tool.uv.index]]\r\nname = "a"\r\nurl = "${ONE}" # ours\r\n` },
    { 'pyproject.toml': `[[tool.uv.index]]\r\nname = "a"\r\nurl = "${ONE}" # ours\r\nexplicit = true\r\n` },
  ],
  [
    'uv, on one line',
    { 'pyproject.toml': `[tool.uv]\nindex = [{ name = "a", url = "${ONE}" }]\n` },
    { 'pyproject.toml': `[tool.uv]\nindex = [{ name = "a", url = "${ONE}", explicit = true }]\n` },
  ],
  [
    'uv, in a script',
    { 'run.py': `# /// script\n# dependencies = ["idna"]\n# [[tool.uv.index]]\n# name = "a"\n# url = "${ONE}"\n# ///\n` },
    {
      'run.py': `# /// script\n# dependencies = ["idna"]\n# [[tool.uv.index]]\n# name = "a"\n# url = "${ONE}"\n# explicit = true\n# ///\n`,
    },
  ],
  ['Poetry', poetry('', 'priority = "supplemental"'), poetry('', 'priority = "explicit"')],
])('it is made explicit: %s', (_, before, after) => {
  expect(mended(extraIndex, before)).toEqual(after);
  expect(findingsOf(extraIndex, after)).toEqual([]);
});

test('uv takes no explicit index without a name, so none is proposed', () => {
  expect(findingsOf(extraIndex, { 'pyproject.toml': `[[tool.uv.index]]\nurl = "${ONE}"\n` })).toMatchObject([{ fixes: [] }]);
});

test('each installer is told in its own words', () => {
  const firstWord = (texts: Record<string, string>) => findingsOf(extraIndex, texts).map(({ message }) => message.split(' ')[0]);
  expect(firstWord({ 'requirements.txt': `--extra-index-url ${ONE}\n` })).toEqual(['Packages']);
  expect(firstWord(uv(''))).toEqual(['uv']);
  expect(firstWord(poetry('', 'priority = "supplemental"'))).toEqual(['Poetry']);
  expect(firstWord({ 'pyproject.toml': `[[tool.pdm.source]]\nname = "own"\nurl = "${ONE}"\n` })).toEqual(['PDM']);
});

test('it is graver for an application', () => {
  expect(extraIndex.severity).toEqual({ library: 'info', application: 'warning' });
});
