import { describe, expect, test } from 'vitest';

import { hashMismatch } from '../../../../../src/core/checks/facts/hashMismatch.ts';
import { provenanceLost } from '../../../../../src/core/checks/facts/provenanceLost.ts';
import type { ReleaseFacts } from '../../../../../src/core/indexFacts/indexFacts.ts';
import { AS_OF, digest, listed, release } from '../../indexFacts/samples.ts';
import { after, factsOf, findingsIn, marksIn } from './factFindings.ts';

const right = digest('demo-1.0.tar.gz');
const wrong = 'ab'.repeat(32);
const known = listed('demo', ['1.0', '1.1']);

describe('dep/hash-mismatch', () => {
  test.each([
    ['the right hash', `demo==1.0 --hash=sha256:${right}`, []],
    ['the right hash in capitals, which another rule marks', `demo==1.0 --hash=sha256:${right.toUpperCase()}`, []],
    ['a wrong hash', `demo==1.0 --hash=sha256:${wrong}`, ['requirements.txt:1:10']],
    ['the hash of another release', `demo==1.0 --hash=sha256:${digest('demo-1.1.tar.gz')}`, ['requirements.txt:1:10']],
    ['one wrong among right ones', `demo==1.0 \\\n  --hash=sha256:${right} \\\n  --hash=sha256:${wrong}`, ['requirements.txt:3:2']],
    ['two wrong ones, once', `demo==1.0 --hash=sha256:${wrong} --hash=sha256:${wrong}`, ['requirements.txt:1:10']],
    ['an algorithm that no index tells', `demo==1.0 --hash=sha512:${wrong}${wrong}`, []],
    ['a malformed hash', 'demo==1.0 --hash=sha256:abc', []],
    ['a range', `demo>=1.0 --hash=sha256:${wrong}`, []],
    ['a release that is not known', `demo==0.1 --hash=sha256:${wrong}`, []],
  ])('%s', (_, text, expected) => {
    expect(marksIn(hashMismatch, factsOf({ 'requirements.txt': `${text}\n` }, known))).toEqual(expected);
  });

  test.each<[string, Partial<ReturnType<typeof listed>>]>([
    ['another index may have the file', { isComplete: false }],
    [
      'the index does not tell every hash',
      {
        releases: [
          release('1.0', {
            files: [
              { filename: 'a', sha256: right, hasProvenance: false },
              { filename: 'b', sha256: null, hasProvenance: false },
            ],
          }),
        ],
      },
    ],
  ])('nothing is said where %s', (_, changes) => {
    const texts = { 'requirements.txt': `demo==1.0 --hash=sha256:${wrong}\n` };
    expect(marksIn(hashMismatch, factsOf(texts, { ...known, ...changes }))).toEqual([]);
  });

  test('is replaced after a look at the difference only', () => {
    const texts = { 'requirements.txt': `demo==1.0 ; python_version > "3" --hash=sha256:${wrong}  # via other\n` };
    const [finding] = findingsIn(hashMismatch, factsOf(texts, known));
    expect(finding?.message).toBe(
      `This hash is of none of the files that PyPI lists for demo 1.0. Find out where it came from, then hash again.${AS_OF}`,
    );
    expect(finding?.fixes?.[0]?.needsReview).toBe(true);
    expect(after(texts, finding)).toBe(`demo==1.0 ; python_version > "3" \\\n    --hash=sha256:${right}  # via other\n`);
  });

  test('a lock is compared as well, whoever asks for the package', () => {
    const lock = `version = 1\n\n[[package]]\nname = "demo"\nversion = "1.0"\nsource = { registry = "https://index.example/simple" }\nsdist = { url = "https://files.example/demo-1.0.tar.gz", hash = "sha256:${wrong}", size = 1 }\n`;
    const texts = { 'pyproject.toml': '[project]\ndependencies = ["demo"]\n', 'uv.lock': lock };
    expect(marksIn(hashMismatch, factsOf(texts, known))).toEqual([expect.stringMatching(/^uv\.lock:7:/)]);
    expect(marksIn(hashMismatch, factsOf({ 'uv.lock': lock.replace(wrong, right) }, known))).toEqual([]);
  });
});

describe('dep/provenance-lost', () => {
  const files = (...states: readonly boolean[]): ReleaseFacts['files'] =>
    states.map((hasProvenance, place) => ({ filename: `f${place}`, sha256: null, hasProvenance }));
  const attested = (version: string, publisher: string | null = null) => release(version, { files: files(true, true), publisher });
  const advice = 'Look at the project’s own notes before you take it.';

  test.each<[string, readonly ReleaseFacts[], string | null]>([
    ['none ever had any', [release('0.9'), release('1.0')], null],
    ['all have', [attested('0.9'), attested('1.0')], null],
    ['only later ones have', [release('1.0'), attested('1.1')], null],
    ['this one has none', [attested('0.8'), release('1.0')], 'carries no attestations of where it was built, unlike 0.8 before it'],
    [
      'one of its files has none',
      [attested('0.9'), release('1.0', { files: files(true, false) })],
      'has the file f1 without an attestation of where it was built, unlike 0.9 before it',
    ],
    ['earlier ones had some only', [release('0.9', { files: files(true, false) }), release('1.0')], null],
    ['the publisher stays', [attested('0.9', 'GitHub a/b'), attested('1.0', 'GitHub a/b')], null],
    [
      'another publisher',
      [attested('0.9', 'GitHub a/b'), attested('1.0', 'GitHub x/b')],
      'was published from GitHub x/b, but 0.9 before it from GitHub a/b',
    ],
    ['a publisher that was not asked for', [attested('0.9', 'GitHub a/b'), attested('1.0')], null],
    ['a release without files', [attested('0.9'), release('1.0', { files: [] })], null],
  ])('%s', (_, releases, expected) => {
    const messages = findingsIn(provenanceLost, factsOf({ 'requirements.txt': 'demo==1.0\n' }, listed('demo', releases))).map(
      ({ message }) => message,
    );
    expect(messages).toEqual(expected === null ? [] : [`demo 1.0 ${expected}. ${advice}${AS_OF}`]);
  });
});
