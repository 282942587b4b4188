import { expect, test } from 'vitest';

import { indexCredentials } from '../../../../../src/core/checks/indexes/indexCredentials.ts';
import type { Texts } from '../projectFacts.ts';
import { findingsOf, marksOf, mended } from '../marksOf.ts';

const ADDRESS = 'https://me:hunter2@index.example/simple';

test.each<[string, Texts, readonly number[]]>([
  ['an index', { 'requirements.txt': `--index-url ${ADDRESS}\nidna\n` }, [1]],
  ['one more and a page of files', { 'requirements.txt': `--extra-index-url ${ADDRESS}\n-f ${ADDRESS}\n` }, [1, 2]],
  ['a package’s address', { 'requirements.txt': 'demo @ https://me:hunter2@files.example/demo-1-py3-none-any.whl\n' }, [1]],
  ['a repository', { 'requirements.txt': 'idna\n-e git+https://me:hunter2@files.example/demo.git#egg=demo\n' }, [2]],
  ['an included address', { 'requirements.txt': `-r ${ADDRESS}/more.txt\n` }, [1]],
  ['a proxy', { 'requirements.txt': '--proxy http://me:hunter2@proxy.example:8080\n' }, [1]],
  ['variables', { 'requirements.txt': '--index-url https://${NAME}:${PASSWORD}@index.example/simple\n' }, []],
  ['a comment', { 'requirements.txt': `idna # from ${ADDRESS}\n` }, []],
  ['uv’s index', { 'pyproject.toml': `[[tool.uv.index]]\nname = "x"\nurl = "${ADDRESS}"\n` }, [3]],
  ['uv’s address for uploads', { 'pyproject.toml': `[tool.uv]\npublish-url = "${ADDRESS}"\n` }, [2]],
  ['uv’s sources', { 'pyproject.toml': `[tool.uv.sources]\ndemo = { git = "${ADDRESS}" }\n` }, [2]],
  ['Poetry’s source', { 'pyproject.toml': `[[tool.poetry.source]]\nname = "x"\nurl = "${ADDRESS}"\n` }, [3]],
  ['Poetry’s dependency', { 'pyproject.toml': `[tool.poetry.dependencies]\ndemo = { git = "${ADDRESS}" }\n` }, [2]],
  ['a dependency', { 'pyproject.toml': `[project]\nname = "x"\ndependencies = [\n  "demo @ git+${ADDRESS}",\n]\n` }, [4]],
  ['an environment of Hatch', { 'pyproject.toml': `[tool.hatch.envs.default.env-vars]\nPIP_INDEX_URL = "${ADDRESS}"\n` }, [2]],
  [
    'a home page and a database of tests',
    { 'pyproject.toml': `[project]\nname = "x"\nurls.home = "${ADDRESS}"\n[tool.pytest]\ndb = "postgres://me:hunter2@localhost/test"\n` },
    [],
  ],
  ['a Pipfile', { Pipfile: `[[source]]\nurl = "${ADDRESS}"\nverify_ssl = true\nname = "x"\n` }, [2]],
  [
    'a Pipfile’s variable',
    { Pipfile: '[[source]]\nurl = "https://$USER:$PASS@index.example/simple"\nverify_ssl = true\nname = "x"\n' },
    [],
  ],
  ['a script', { 'run.py': `# /// script\n# dependencies = ["demo @ ${ADDRESS}/demo.whl"]\n# ///\n` }, [2]],
  [
    'a lock, once',
    {
      'uv.lock': ['a', 'b'].map(name => `[[package]]\nname = "${name}"\nversion = "1"\nsource = { registry = "${ADDRESS}" }\n`).join('\n'),
    },
    [4],
  ],
])('%s', (_, texts, lines) => {
  const [file] = Object.keys(texts);
  const found = findingsOf(indexCredentials, texts);
  expect(found.map(finding => [finding.file, finding.span.start.line + 1])).toEqual(lines.map(line => [file, line]));
});

test('the secret is in nothing that is said or proposed', () => {
  const texts = { 'requirements.txt': `--index-url ${ADDRESS}\n`, 'pyproject.toml': `[[tool.uv.index]]\nurl = "${ADDRESS}"\n` };
  const said = JSON.stringify(findingsOf(indexCredentials, texts));
  expect(said).toMatch(/password or token/);
  expect(said).not.toContain('hunter2');
});

test('the mark covers the address', () => {
  expect(marksOf(indexCredentials, { 'requirements.txt': `--index-url ${ADDRESS}\n` })).toEqual([`requirements.txt:1 ${ADDRESS}`]);
});

test.each([
  ['requirements.txt', `-i ${ADDRESS}\r\nidna\r\n`, '-i https://index.example/simple\r\nidna\r\n'],
  ['requirements.txt', '-i https://me:p@ss@index.example/\n', '-i https://index.example/\n'],
  ['pyproject.toml', `[[tool.uv.index]]\nurl = '${ADDRESS}'\n`, `[[tool.uv.index]]\nurl = 'https://index.example/simple'\n`],
  [
    'pyproject.toml',
    '[[tool.uv.index]]\nurl = "https://me:hunter\\u0032@index.example"\n',
    '[[tool.uv.index]]\nurl = "https://me:hunter\\u0032@index.example"\n',
  ],
])('it is taken out of %s', (file, before, after) => {
  expect(mended(indexCredentials, { [file]: before })[file]).toBe(after);
});
