import { describe, expect, test } from 'vitest';

import { isPinnedAndHashed, judgePinnedAndHashed, type PinJudgement } from '../../../../src/core/requirementsFile/pinnedAndHashed.ts';
import { readRequirementsFile } from '../../../../src/core/requirementsFile/readRequirementsFile.ts';
import { textAt } from './textAt.ts';

const HASH = `--hash=sha256:${'a'.repeat(64)}`;
const IDNA = `idna==3.10 ${HASH}`;
const SIX = `six==1.16.0 ${HASH}`;

type Texts = Readonly<Record<string, string>>;

function judge(texts: Texts): PinJudgement {
  return judgePinnedAndHashed('requirements.txt', documentsOf(texts));
}

function documentsOf(texts: Texts): Parameters<typeof judgePinnedAndHashed>[1] {
  return new Map(Object.entries(texts).map(([file, text]) => [file, readRequirementsFile(file, 'requirements', text)]));
}

describe('a file is pinned and hashed', () => {
  test.each<readonly [string, Texts]>([
    ['with one release a line', { 'requirements.txt': `${IDNA}\n${SIX}\n` }],
    [
      'with hashes on lines of their own',
      { 'requirements.txt': `idna==3.10 \\\r\n    ${HASH} \\\r\n    ${HASH}\r\n    # via -r requirements.in\r\n` },
    ],
    ['with a hash in a URL', { 'requirements.txt': `idna @ https://files.example/idna-3.10-py3-none-any.whl#sha256=${'a'.repeat(64)}` }],
    ['with another release elsewhere', { 'requirements.txt': `idna==3.10; os_name == "nt" ${HASH}\nidna==3.9; os_name != "nt" ${HASH}` }],
    ['with what it includes', { 'requirements.txt': `-r more/base.txt\n${IDNA}`, 'more/base.txt': '-r ../last.txt', 'last.txt': SIX }],
    ['with one file from two sides', { 'requirements.txt': '-r a.txt\n-r b.txt', 'a.txt': '-r c.txt', 'b.txt': '-r c.txt', 'c.txt': SIX }],
    ['with pinned constraints', { 'requirements.txt': `-c limits.txt\n${IDNA}`, 'limits.txt': 'idna==3.10\nsix==1.16.0' }],
    ['with a comment behind one that goes on', { 'requirements.txt': `${IDNA} # why \\\n# more\n\n${SIX} # why \\` }],
    ['with a backslash right behind a version', { 'requirements.txt': `idna==3.10\\\n ${HASH}` }],
    ['with nothing in it', { 'requirements.txt': '# none yet\n' }],
  ])('%s', (_, texts) => {
    expect(judge(texts)).toEqual({ verdict: true, reasons: [] });
    expect(isPinnedAndHashed('requirements.txt', documentsOf(texts))).toBe(true);
  });
});

describe('a file is not', () => {
  test.each<readonly [string, Texts, string, string]>([
    ['without a hash', { 'requirements.txt': `${IDNA}\nsix==1.16.0` }, 'requirements.txt', 'six==1.16.0'],
    [
      'without one where only another platform would read it',
      { 'requirements.txt': 'six==1.16.0 ; os_name == "nt"' },
      'requirements.txt',
      'six==1.16.0 ; os_name == "nt"',
    ],
    ['with a range', { 'requirements.txt': `idna>=3 ${HASH}` }, 'requirements.txt', 'idna>=3'],
    ['with a pattern', { 'requirements.txt': `idna==3.* ${HASH}` }, 'requirements.txt', 'idna==3.*'],
    ['with two clauses', { 'requirements.txt': `idna==3.10,>=3 ${HASH}` }, 'requirements.txt', 'idna==3.10,>=3'],
    ['with a weak hash', { 'requirements.txt': `idna==3.10 --hash=md5:${'a'.repeat(32)}` }, 'requirements.txt', 'idna==3.10'],
    ['with a digest cut short', { 'requirements.txt': 'idna==3.10 --hash=sha256:aaa' }, 'requirements.txt', 'idna==3.10'],
    [
      'with a checkout',
      { 'requirements.txt': `six @ git+https://git.example/six@${'a'.repeat(40)}` },
      'requirements.txt',
      `six @ git+https://git.example/six@${'a'.repeat(40)}`,
    ],
    ['with a folder to edit', { 'requirements.txt': `-e .\n${IDNA}` }, 'requirements.txt', '.'],
    ['with two releases at once', { 'requirements.txt': `${IDNA}\nidna==3.9 ${HASH}` }, 'requirements.txt', 'idna==3.9'],
    ['with a line that is none', { 'requirements.txt': `idna=3.10\n${SIX}` }, 'requirements.txt', 'idna=3.10'],
    [
      'with an unhashed line in an included file',
      { 'requirements.txt': `-r base.txt\n${IDNA}`, 'base.txt': '\n six==1.16.0' },
      'base.txt',
      'six==1.16.0',
    ],
    ['with an included file that is not there', { 'requirements.txt': `${IDNA}\n-r base.txt` }, 'requirements.txt', '-r base.txt'],
    [
      'with an included file that nobody can follow',
      { 'requirements.txt': `-r https://files.example/base.txt\n${IDNA}` },
      'requirements.txt',
      '-r https://files.example/base.txt',
    ],
    ['with a cycle', { 'requirements.txt': `-r a.txt\n${IDNA}`, 'a.txt': '-r b.txt', 'b.txt': '-r a.txt' }, 'b.txt', '-r a.txt'],
    ['with a range as constraint', { 'requirements.txt': `-c limits.txt\n${IDNA}`, 'limits.txt': 'idna<4' }, 'limits.txt', 'idna<4'],
    [
      'with a constraint that it breaks',
      { 'requirements.txt': `-c limits.txt\n${IDNA}`, 'limits.txt': 'idna==3.9' },
      'limits.txt',
      'idna==3.9',
    ],
    [
      'with an option that uv does not read',
      { 'requirements.txt': `-rbase.txt\n${IDNA}`, 'base.txt': SIX },
      'requirements.txt',
      '-rbase.txt',
    ],
    ['with a requirement over two lines', { 'requirements.txt': `idna \\\n==3.10 ${HASH}` }, 'requirements.txt', 'idna \\\n==3.10'],
    [
      'with two primary indexes',
      { 'requirements.txt': `-i https://one.example\n-i https://two.example\n${IDNA}` },
      'requirements.txt',
      'https://two.example',
    ],
    [
      'in an encoding that uv does not read',
      { 'requirements.txt': `# coding: latin-1\n# ü\n${IDNA}` },
      'requirements.txt',
      '# coding: latin-1',
    ],
    ['with a comment that goes on over a line', { 'requirements.txt': `${IDNA} # why \\\n${SIX}` }, 'requirements.txt', '\\'],
    ['with a backslash right behind a hash', { 'requirements.txt': `${IDNA}\\\n  ${HASH}` }, 'requirements.txt', '\\'],
    ['with a name that ends in an underscore', { 'requirements.txt': `idna_==3.10 ${HASH}` }, 'requirements.txt', 'idna_==3.10'],
    [
      'with a marker that pip 24 does not read',
      { 'requirements.txt': `idna==3.10; "x" in extras ${HASH}` },
      'requirements.txt',
      'idna==3.10; "x" in extras',
    ],
    [
      'with a wheel of another release than the pin',
      { 'requirements.txt': `idna @ https://files.example/idna-3.10-py3-none-any.whl#sha256=${'a'.repeat(64)}\nidna==3.9 ${HASH}` },
      'requirements.txt',
      'idna==3.9',
    ],
    ['with a form feed', { 'requirements.txt': `${IDNA}\n\f\n${SIX}` }, 'requirements.txt', '\f'],
  ])('%s', (_, texts, file, place) => {
    const { verdict, reasons } = judge(texts);
    expect(verdict).toBe(false);
    const [reason] = reasons;
    expect(reason?.file).toBe(file);
    expect(textAt(texts[file] ?? '', reason?.span as never)).toBe(place);
    expect(reason?.why).toMatch(/^[^!]{10,}\.$/);
  });

  test('where it is not known at all', () => {
    expect(isPinnedAndHashed('requirements.txt', new Map())).toBe(false);
  });
});

describe('hostile files', () => {
  const many = (count: number, line: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => line(index)).join('\n');

  test.each<readonly [string, Texts]>([
    ['a name in many releases', { 'requirements.txt': many(1500, index => `idna==3.${index} ${HASH}`) }],
    ['many names', { 'requirements.txt': many(4000, index => `a${index}==1 ${HASH}`) }],
    [
      'a chain of files',
      Object.fromEntries(
        Array.from({ length: 2000 }, (_, index) => [index === 0 ? 'requirements.txt' : `${index}.txt`, `-r ${index + 1}.txt`]),
      ),
    ],
    [
      'files that all include each other',
      Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`${index}.txt`, many(100, other => `-r ${other}.txt`)])),
    ],
    ['a name for the prototype', { 'requirements.txt': `constructor==1 ${HASH}\n__proto__==1 ${HASH}` }],
  ])('with %s are judged at once', (_, texts) => {
    const documents = documentsOf(texts);
    const start = performance.now();
    judgePinnedAndHashed(documents.has('requirements.txt') ? 'requirements.txt' : '0.txt', documents);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
