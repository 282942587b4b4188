import { describe, expect, test } from 'vitest';

import { addresses, advisoryUrl, filesHosts, formerHosts } from '../../src/core/indexes/addresses.ts';
import { filesIn, rootFiles, textOf } from './repositoryFiles.ts';

/** A reader can only trust that a token goes nowhere else if there is one place that says where it goes. */

const HOME = 'src/core/indexes/addresses.ts';

const hosts = new Set(
  Object.values(addresses).flatMap(({ uploadUrl, readUrl, projectUrl, tokenLocation }) => [
    ...[uploadUrl, readUrl, projectUrl].map(hostOf),
    tokenLocation,
  ]),
);
const others = [hostOf(advisoryUrl), ...Object.values(formerHosts), ...Object.values(filesHosts)];
const files = [
  ...filesIn('src', 'test', 'scripts', 'bench', 'docs', 'media', '.ci', '.github', '.vscode'),
  ...rootFiles(/\.(?:md|json|jsonc|ts|js|cjs|mjs|toml|ya?ml|txt)$|^\.[a-z]+(?:rc|ignore)$/),
];

describe('a public index is named in one file', () => {
  test.each([...hosts, ...others])('%s', host => {
    expect(files.filter(path => textOf(path).toLowerCase().includes(host))).toEqual([HOME]);
  });
});

test('the law looks at the files that matter', () => {
  expect(hosts.size).toBe(3);
  for (const path of [HOME, 'package.json', 'package-lock.json', 'test/laws/addresses.test.ts', 'src/python/launcher.py'])
    expect(files).toContain(path);
});

function hostOf(url: string): string {
  return new URL(url).host;
}
