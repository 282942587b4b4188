import { describe, expect, test } from 'vitest';

import type { DependencyDocument } from '../../../../src/core/documents/dependencyDocument.ts';
import type { Requirement } from '../../../../src/core/documents/requirement.ts';
import { readRequirementsFile } from '../../../../src/core/requirementsFile/readRequirementsFile.ts';
import { textAt } from './textAt.ts';

const DIGEST = 'a'.repeat(64);
const HASH = `--hash=sha256:${DIGEST}`;

const read = (text: string, file = 'requirements.txt'): DependencyDocument => readRequirementsFile(file, 'requirements', text);

function only(text: string): Requirement {
  const { requirements } = read(text);
  expect(requirements).toHaveLength(1);
  return requirements[0] as Requirement;
}

describe('the requirement of a line', () => {
  test.each<readonly [string, string, Partial<Requirement>]>([
    ['a name', 'idna', { raw: 'idna', name: 'idna', pin: 'none', specifier: '' }],
    ['a pin', 'idna==3.10', { raw: 'idna==3.10', specifier: '==3.10', pin: 'exact' }],
    ['a name spelled otherwise', 'Zope.Interface>=5', { name: 'zope-interface', pin: 'lower' }],
    ['extras', 'requests[socks, use-chardet] ~= 2.0', { extras: ['socks', 'use-chardet'], specifier: '~=2.0', pin: 'compatible' }],
    ['a marker', 'idna ; python_version > "3"', { marker: 'python_version > "3"' }],
    ['a marker with a number sign in a string', 'idna ; extra == "x#y"', { marker: 'extra == "x#y"' }],
    ['a comment behind', 'idna==3.10 # why', { raw: 'idna==3.10' }],
    ['white space around', '\t idna==3.10 \t', { raw: 'idna==3.10' }],
    ['a byte order mark before', '\ufeffidna==3.10', { raw: 'idna==3.10', problem: null }],
    ['a URL', 'idna @ https://files.example/idna.whl', { pin: 'url', name: 'idna' }],
    ['a commit', `six @ git+https://git.example/six@${'b'.repeat(40)}`, { pin: 'vcs-sha' }],
    ['a branch', 'git+https://git.example/six@main#egg=six[a]', { pin: 'vcs-mutable', name: 'six', extras: ['a'] }],
    ['a wheel by its URL', 'https://files.example/Typing_Extensions-4.0-py3-none-any.whl', { name: 'typing-extensions', pin: 'url' }],
    ['a wheel by its path', './dist/demo-1.0-py3-none-any.whl', { name: 'demo', pin: 'url' }],
    ['a wheel beside', 'demo-1.0-py3-none-any.whl', { name: 'demo', pin: 'url' }],
    ['an archive by its URL', 'https://files.example/demo-1.0.tar.gz', { name: null, pin: 'url' }],
    ['a folder', './packages/demo[fast,slow]', { name: null, extras: ['fast', 'slow'], pin: 'url' }],
    ['a folder above', '../demo', { raw: '../demo', pin: 'url' }],
    ['a URL with a marker', 'https://files.example/demo.tar.gz ; os_name == "nt"', { marker: 'os_name == "nt"' }],
    ['an editable folder', '-e .', { raw: '.', isEditable: true, name: null }],
    ['an editable folder that looks like a name', '--editable=demo', { raw: 'demo', isEditable: true, name: null, pin: 'url' }],
    ['an editable checkout', '-e git+https://git.example/six#egg=six', { name: 'six', isEditable: true }],
    ['an editable one in quotes', '-e "./my demo"', { raw: './my demo', isEditable: true }],
    ['an editable one by name', '-e "six @ git+https://git.example/six"', { name: 'six', isEditable: true, pin: 'vcs-mutable' }],
  ])('reads %s', (_, text, wanted) => {
    const requirement = only(text);
    expect(requirement).toMatchObject({ problem: null, ...wanted });
    expect(textAt(text, requirement.span)).toBe(requirement.raw);
  });

  test.each([
    ['an operator that is none', 'idna=3.10', '='],
    ['prose', 'this is prose', 'is'],
    ['a number sign without a blank, which is no comment', 'idna==3.10#why', '3.10#why'],
    ['an option cut too short', '--req base.txt', '--req'],
    ['an option that pip does not know', '--no-such-option', '--no-such-option'],
    ['one that pip knows on the command line only', '--upgrade', '--upgrade'],
    ['a value that is missing', '--requirement', '--requirement'],
    ['a value where none may be', '--pre=yes', '--pre=yes'],
    ['a quote without an end', '--index-url "https://index.example', '"https://index.example'],
    ['a blank behind the backslash', 'idna==3.10 \\ ', '\\'],
    ['the same behind a hash', `idna==3.10 ${HASH} \\\t`, '\\'],
    ['a hash without a requirement', HASH, HASH],
    ['a hash without an algorithm', `idna==3.10 --hash=${DIGEST}`, `--hash=${DIGEST}`],
    ['an algorithm in upper case', `idna==3.10 --hash=SHA256:${DIGEST}`, `--hash=SHA256:${DIGEST}`],
    ['an algorithm that pip does not know', `idna==3.10 --hash crc32:1234`, '--hash crc32:1234'],
    ['an option of the file', `idna==3.10 --pre`, '--pre'],
    ['a word behind the hashes', `idna==3.10 ${HASH} six`, 'six'],
    ['two inclusions on a line', '-r base.txt -r more.txt', '-r more.txt'],
    ['a tab before the hash, where pip sees no option', `idna==3.10\t${HASH}`, `--hash=sha256:${DIGEST}`],
    ['a marker that is none, behind a URL', 'https://files.example/a.whl ; nonsense', 'nonsense'],
  ])('tells of %s', (_, text, place) => {
    const { problem } = only(text);
    expect(textAt(text, problem?.span as never)).toBe(place);
    expect(problem?.message).toMatch(/^[^!]{10,}[.:]?$/);
  });

  test('gives a repair its place in the file', () => {
    const text = '# first\n  idna => 3.10\n';
    const [edit] = only(text).problem?.repair?.edits ?? [];
    expect(edit).toMatchObject({ file: 'requirements.txt', newText: '>=' });
    expect(textAt(text, edit?.span as never)).toBe('=>');
  });

  test.each([
    ['requirements', 'requirements', 'requirements'],
    ['constraints', 'constraints', 'constraint'],
    ['input', 'input', 'input'],
  ] as const)('of a file of %s has the section %s and the role %s', (kind, section, role) => {
    expect(readRequirementsFile('a.txt', kind, 'idna').requirements).toMatchObject([{ section, role }]);
  });
});

describe('hashes', () => {
  test('have the place of their option, over the ends of lines too', () => {
    const text = `idna==3.10 \\\r\n    ${HASH} \\\r\n    --hash \\\r\n    sha512:ab # why\r\nsix`;
    const [idna, six] = read(text).requirements;
    expect(idna?.raw).toBe('idna==3.10');
    expect(idna?.hashes.map(hash => [hash.algorithm, hash.digest, textAt(text, hash.span)])).toEqual([
      ['sha256', DIGEST, HASH],
      ['sha512', 'ab', '--hash \\\r\n    sha512:ab'],
    ]);
    expect(six?.hashes).toEqual([]);
  });

  test('of a URL stand in its fragment', () => {
    const text = `idna @ https://files.example/idna.whl#sha256=${DIGEST} ; python_version > "3"`;
    const { reference, hashes } = only(text);
    expect(hashes).toEqual([]);
    expect(reference).toMatchObject({ kind: 'archive', hashes: [{ algorithm: 'sha256', digest: DIGEST }] });
    expect(textAt(text, reference?.hashes[0]?.span as never)).toBe(`sha256=${DIGEST}`);
  });

  test('in a comment are none', () => {
    expect(only(`idna==3.10 # ${HASH}`).hashes).toEqual([]);
    expect(only(`idna==3.10 # why \\\n  ${HASH}`).hashes).toEqual([]);
  });
});

describe('lines that go on', () => {
  test.each([
    ['LF', 'idna \\\n  ==3.10', 'idna \\\n  ==3.10'],
    ['CRLF', 'idna \\\r\n  ==3.10\r\n', 'idna \\\r\n  ==3.10'],
    ['a lone CR', 'idna \\\r  ==3.10\r', 'idna \\\r  ==3.10'],
    ['nothing between', 'id\\\nna==3.10', 'id\\\nna==3.10'],
    ['several backslashes', 'idna\\\\\\\n==3.10', 'idna\\\\\\\n==3.10'],
    ['an end of the file', 'idna==3.10 \\', 'idna==3.10'],
  ])('with %s are one requirement', (_, text, place) => {
    const requirement = only(text);
    expect(requirement).toMatchObject({ name: 'idna', specifier: '==3.10', problem: null });
    expect(textAt(text, requirement.span)).toBe(place);
  });

  test('keep the places of their parts', () => {
    const text = '# ü\nid\\\nna\\\n>=3.\\\n10';
    const { nameSpan, specifierSpan } = only(text);
    expect(textAt(text, nameSpan as never)).toBe('id\\\nna');
    expect(textAt(text, specifierSpan as never)).toBe('>=3.\\\n10');
  });

  test('end at a comment of its own', () => {
    const text = `idna==3.10 \\\n# why\n${HASH}`;
    expect(read(text).requirements.map(({ raw, problem }) => [raw, problem === null])).toEqual([
      ['idna==3.10', true],
      [HASH, false],
    ]);
  });

  test.each(['\f', '\v', '\x1c', '\x1d', '\x1e', '\x85', '\u2028', '\u2029'])('end where Python ends lines: %j', end => {
    expect(read(`idna${end}six`).requirements.map(({ name }) => name)).toEqual(['idna', 'six']);
  });
});

describe('what speaks for the whole file', () => {
  test.each([
    ['-r base.txt', 'requirements', 'base.txt'],
    ['-rbase.txt', 'requirements', 'base.txt'],
    ['--requirement=base.txt', 'requirements', 'base.txt'],
    ['--requirement base.txt', 'requirements', 'base.txt'],
    ['--requirem "base.txt"', 'requirements', 'base.txt'],
    ['-c limits.txt # why', 'constraints', 'limits.txt'],
    ['--constraint=limits.txt', 'constraints', 'limits.txt'],
  ] as const)('%s is an inclusion', (text, kind, written) => {
    const { includes, requirements } = read(text, 'reqs/dev.txt');
    expect(includes).toMatchObject([{ kind, written, target: `reqs/${written}` }]);
    expect(requirements).toEqual([]);
  });

  test.each([
    ['../base.txt', 'base.txt'],
    ['./more/./base.txt', 'reqs/more/base.txt'],
    ['../../base.txt', '../base.txt'],
    ['..\\\\base.txt', 'base.txt'],
    ['https://index.example/base.txt', null],
    ['file:///base.txt', null],
    ['/base.txt', null],
    ['${HERE}/base.txt', null],
    ['""', null],
  ])('-r %s leads to %s', (written, target) => {
    expect(read(`-r ${written}`, 'reqs/dev.txt').includes).toMatchObject([{ target }]);
  });

  test.each([
    ['-i https://index.example', 'primary'],
    ['--index-url=https://index.example', 'primary'],
    ['--pypi-url https://index.example', 'primary'],
    ['--extra-index-url https://index.example', 'extra'],
    ['-f https://index.example', 'links'],
    ['-fhttps://index.example', 'links'],
    ["--find-links 'https://index.example'", 'links'],
  ])('%s names an index', (text, role) => {
    const { indexes } = read(text);
    expect(indexes).toMatchObject([{ role, url: 'https://index.example' }]);
    expect(textAt(text, indexes[0]?.span as never)).toContain('https://index.example');
  });

  test('options keep their order and places, under their long name', () => {
    const text = '--pre --no-index\n--trusted-host=index.example\n--require-h\n';
    expect(read(text).options.map(({ name, value, span }) => [name, value, textAt(text, span)])).toEqual([
      ['--pre', null, '--pre'],
      ['--no-index', null, '--no-index'],
      ['--trusted-host', 'index.example', '--trusted-host=index.example'],
      ['--require-hashes', null, '--require-h'],
    ]);
  });

  test('behind a requirement options speak for nothing', () => {
    expect(read('idna --index-url https://index.example -r base.txt')).toMatchObject({ indexes: [], includes: [], options: [] });
  });
});

describe('comments that silence rules', () => {
  test.each([
    ['behind a requirement', 'six\nidna # countersign: ignore[dep/unpinned] mine', 1],
    ['on a line of its own', '# countersign: ignore[dep/unpinned] mine\n\n# other\nidna', 3],
    ['behind the last of several lines', 'idna==3.10 \\\n  --pre # countersign: ignore[dep/unpinned] mine', 0],
    ['with nothing below', 'idna\n# countersign: ignore[dep/unpinned] mine', 2],
  ])('%s speak for one line', (_, text, line) => {
    const { suppressions } = read(text);
    expect(suppressions).toMatchObject([{ rules: ['dep/unpinned'], reason: 'mine', line }]);
    expect(textAt(text, suppressions[0]?.span as never)).toBe('# countersign: ignore[dep/unpinned] mine');
  });
});

describe('hostile files', () => {
  test.each([
    ['many backslashes', '\\\n'.repeat(60_000)],
    ['one long line', 'a'.repeat(500_000)],
    ['many pieces', `idna==3.10 ${`\\\n ${HASH} `.repeat(5_000)}`],
    ['many number signs', `idna==3.10${'x#'.repeat(100_000)}`],
    ['blanks', `idna${' '.repeat(200_000)}x`],
    ['brackets', '['.repeat(100_000)],
    ['quotes', `--index-url ${'"'.repeat(100_001)}`],
    ['options', '--pre '.repeat(20_000)],
    ['eggs', `git+https://x/${'#egg='.repeat(50_000)}`],
    ['at signs', `a${'@'.repeat(100_000)}`],
    ['brackets behind a path', `./a${'[x]'.repeat(60_000)}`],
  ])('with %s are read at once', (_, text) => {
    const start = performance.now();
    read(text);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test.each([
    '__proto__',
    'constructor',
    '__proto__==1 --hash=__proto__:1',
    '-r __proto__',
    '--__proto__=1',
    '\ud800',
    '\u202eidna==1',
    'аlpha==1',
  ])('do nothing else: %j', text => {
    expect(() => read(text)).not.toThrow();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
