import { expect, test } from 'vitest';

import { insecureIndex } from '../../../../../src/core/checks/indexes/insecureIndex.ts';
import { findingsOf, marksOf, mended } from '../marksOf.ts';
import type { Texts } from '../projectFacts.ts';

const PLAIN = 'http://index.example/simple';

test.each([
  ['https', { 'requirements.txt': '--index-url https://index.example/simple\n' }, []],
  [
    'this computer',
    { 'requirements.txt': '-i http://localhost:3141/root/pypi\n--extra-index-url http://127.0.0.1/simple\n-f http://[::1]/\n' },
    [],
  ],
  ['the index of a requirements file', { 'requirements.txt': `--index-url ${PLAIN}\n` }, [`requirements.txt:1 ${PLAIN}`]],
  ['its short form', { 'requirements.txt': `-i ${PLAIN}\n` }, [`requirements.txt:1 ${PLAIN}`]],
  ['one more', { 'requirements.txt': `idna\n--extra-index-url=${PLAIN}\n` }, [`requirements.txt:2 ${PLAIN}`]],
  ['a page of files', { 'requirements.txt': `--find-links ${PLAIN}\n` }, [`requirements.txt:1 ${PLAIN}`]],
  ['a folder of files', { 'requirements.txt': '--find-links ./wheels\n' }, []],
  ['uv', { 'pyproject.toml': `[[tool.uv.index]]\nname = "x"\nurl = "${PLAIN}"\nexplicit = true\n` }, [`pyproject.toml:3 ${PLAIN}`]],
  ['Poetry', { 'pyproject.toml': `[[tool.poetry.source]]\nname = "x"\nurl = "${PLAIN}"\n` }, [`pyproject.toml:3 ${PLAIN}`]],
  [
    'PDM, also without verification',
    { 'pyproject.toml': `[[tool.pdm.source]]\nname = "x"\nurl = "${PLAIN}"\nverify_ssl = false\n` },
    [`pyproject.toml:3 ${PLAIN}`, 'pyproject.toml:4 verify_ssl = false'],
  ],
  [
    'a Pipfile without verification',
    { Pipfile: '[[source]]\nurl = "https://index.example/simple"\nverify_ssl = false\nname = "x"\n' },
    ['Pipfile:3 verify_ssl = false'],
  ],
  [
    'a Pipfile without verification on this computer',
    { Pipfile: '[[source]]\nurl = "https://localhost/simple"\nverify_ssl = false\nname = "x"\n' },
    [],
  ],
  [
    'a script',
    { 'run.py': `# /// script\n# dependencies = ["idna"]\n# [[tool.uv.index]]\n# url = "${PLAIN}"\n# ///\n` },
    [`run.py:4 ${PLAIN}`],
  ],
])('%s', (_, texts, expected) => {
  expect(marksOf(insecureIndex, texts)).toEqual(expected);
});

test('a lock names its index for every package, and is told of once', () => {
  const one = (name: string) => `[[package]]\nname = "${name}"\nversion = "1"\nsource = { registry = "${PLAIN}" }\n\n`;
  expect(findingsOf(insecureIndex, { 'uv.lock': `version = 1\n\n${one('a')}${one('b')}` })).toMatchObject([{ file: 'uv.lock', fixes: [] }]);
});

/** A package of a lock of uv, with this source and a file at this address. */
function lockOf(source: string, file: string): Texts {
  return {
    'uv.lock': `version = 1\n\n[[package]]\nname = "a"\nversion = "1"\nsource = ${source}\nwheels = [{ url = "https://index.example/a.whl" }, { url = "${file}" }]\n`,
  };
}

const INDEX = '{ registry = "https://index.example/simple" }';

test.each<[string, Texts, readonly string[]]>([
  ['https', lockOf(INDEX, 'https://files.example/a.whl'), []],
  ['plain http', lockOf(INDEX, 'http://files.example/a.whl'), ['a']],
  ['plain http, in capitals', lockOf(INDEX, 'HTTP://files.example/a.whl'), ['a']],
  ['this computer', lockOf(INDEX, 'http://localhost:3141/a.whl'), []],
  ['an archive', lockOf('{ url = "http://files.example/a.zip" }', 'a.whl'), ['a']],
  ['an archive by https', lockOf('{ url = "https://files.example/a.zip" }', 'a.whl'), []],
  ['an index that is told of already', lockOf(`{ registry = "${PLAIN}" }`, 'http://index.example/a.whl'), [PLAIN]],
  [
    'a lock of an unknown format',
    { 'uv.lock': 'version = 2\n[[package]]\nname = "a"\nsource = { url = "http://files.example/a.zip" }\n' },
    [],
  ],
])('the files of a lock: %s', (_, texts, expected) => {
  expect(marksOf(insecureIndex, texts).map(mark => mark.replace(/^uv\.lock:\d+ /, ''))).toEqual(expected);
});

test('a file of a lock is told of by its package and its host, without a secret', () => {
  const [finding] = findingsOf(insecureIndex, lockOf(INDEX, 'http://u:secret@files.example/a.whl'));
  expect(finding?.package).toBe('a');
  expect(finding?.message).toMatch(/^a 1 has a file at files\.example that is fetched over plain http/);
});

test('a Pipfile.lock without verification', () => {
  const sources = [{ name: 'x', url: 'https://index.example/simple', verify_ssl: false }];
  const text = JSON.stringify({ _meta: { sources, 'pipfile-spec': 6 }, default: {}, develop: {} }, null, 4);
  expect(findingsOf(insecureIndex, { 'Pipfile.lock': text })).toMatchObject([{ file: 'Pipfile.lock', span: { start: { line: 6 } } }]);
});

test('the message names the host, and neither a secret nor a variable', () => {
  const texts = { 'requirements.txt': '-i http://user:secret@index.example/simple\n-i http://${HOST}/simple\n' };
  const messages = findingsOf(insecureIndex, texts).map(({ message }) => message.split(' is ')[0]);
  expect(messages).toEqual(['index.example', 'This index']);
});

test.each([
  [
    { 'requirements.txt': '-i HTTP://index.example/simple\r\n--extra-index-url http://a.example\r\n' },
    { 'requirements.txt': '-i https://index.example/simple\r\n--extra-index-url https://a.example\r\n' },
  ],
  [
    { 'pyproject.toml': `[[tool.uv.index]]\nurl = "${PLAIN}"\n` },
    { 'pyproject.toml': '[[tool.uv.index]]\nurl = "https://index.example/simple"\n' },
  ],
])('https in its place', (before, after) => {
  expect(mended(insecureIndex, before)).toEqual(after);
  expect(findingsOf(insecureIndex, after)).toEqual([]);
});

test('where the address is written with escapes nobody guesses its place', () => {
  expect(findingsOf(insecureIndex, { 'pyproject.toml': '[[tool.uv.index]]\nurl = "htt\\u0070://index.example/simple"\n' })).toMatchObject([
    { fixes: [] },
  ]);
});
