import { expect, test } from 'vitest';

import { malformedHash } from '../../../../../src/core/checks/dependencies/malformedHash.ts';
import { weakHash } from '../../../../../src/core/checks/dependencies/weakHash.ts';
import { findingsOf, marksOf } from './ruleFindings.ts';
import { library, requirements, SHA } from './projectTexts.ts';

const MD5 = 'd4'.repeat(16);
const WEAK_URL = `six @ https://files.example/six.zip#sha1=${'e5'.repeat(20)}`;

test.each([
  ['strong ones', requirements(`a==1 --hash=sha256:${SHA} --hash=sha512:${SHA}${SHA} --hash=sha384:${SHA}${MD5}\n`), []],
  ['md5 beside sha256', requirements(`a==1 --hash=md5:${MD5} --hash=sha256:${SHA}\n`), [`error requirements.txt:1 --hash=md5:${MD5}`]],
  ['sha1 in a URL', requirements(`${WEAK_URL}\n`), [`error requirements.txt:1 ${WEAK_URL.slice(-45)}`]],
  ['sha224 in metadata', library(`["six @ https://files.example/six.zip#sha224=ab"]`), ['error pyproject.toml:4 sha224=ab']],
])('weak hashes: %s', (_, texts, expected) => {
  expect(marksOf(weakHash, texts)).toEqual(expected);
  expect(marksOf(malformedHash, texts)).toEqual([]);
});

test.each([
  ['a whole one', `sha256:${SHA}`, null],
  ['one of capitals', `SHA256:${SHA.toUpperCase()}`, null],
  ['a short one', 'sha256:8bb5', 'has 4 digits, but one of sha256 has 64'],
  ['other letters', `sha256:${SHA.slice(1)}g`, 'holds characters that are no hexadecimal digits'],
  ['a weak one, which has a rule of its own', 'md5:00', null],
  ['one of a kind that only its tool knows', 'blake2b:00', null],
  ['none', 'sha256:', null],
])('malformed in a lock: %s', (_, hash, fault) => {
  const whole = `{ url = "https://files.example/a.whl", hash = "sha512:${SHA}${SHA}" }`;
  const lock = `version = 1\n[[package]]\nname = "a"\nversion = "1"\nwheels = [${whole}, { url = "https://files.example/b.whl", hash = "${hash}" }]\n`;
  const expected = fault === null ? [] : [{ package: 'a', message: `a 1 has a digest that ${fault}: no file can match it. Lock again.` }];
  expect(findingsOf(malformedHash, { 'uv.lock': lock })).toMatchObject(expected);
  expect(findingsOf(malformedHash, { 'uv.lock': lock })).toHaveLength(expected.length);
});

test('where a lock ends within a digest, that is no fault of the digest', () => {
  const lock = 'version = 1\n[[package]]\nname = "a"\nversion = "1"\nsdist = { hash = "sha256:8bb5';
  expect(findingsOf(malformedHash, { 'uv.lock': lock })).toEqual([]);
});

test.each([
  [`--hash=sha256:${SHA.slice(1)}`, 'has 63 digits, but one of sha256 has 64'],
  [`--hash=sha512:${SHA}`, 'has 64 digits, but one of sha512 has 128'],
  [`--hash=sha256:${SHA.slice(1)}g`, 'holds characters that are no hexadecimal digits'],
  ['--hash=sha256:', 'has 0 digits, but one of sha256 has 64'],
])('malformed: %s', (option, fault) => {
  const texts = requirements(`six==1\na==1 \\\n  ${option}\n`);
  expect(marksOf(malformedHash, texts)).toEqual([`error requirements.txt:3 ${option}`]);
  expect(findingsOf(malformedHash, texts)).toMatchObject([{ message: `This digest ${fault}: no file can match it.`, package: 'a' }]);
});
