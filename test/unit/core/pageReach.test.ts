import { expect, test } from 'vitest';

import { reachesPage } from '../../../src/core/pageReach.ts';

const served = 'localhost:4000';

test.each([
  ['a window on this computer', { isWeb: false, isRemote: false, reached: served }, true],
  ['a remote window whose port is forwarded under the same number', { isWeb: false, isRemote: true, reached: served }, true],
  ['a remote window whose port got another number', { isWeb: false, isRemote: true, reached: 'localhost:4001' }, false],
  ['a remote window behind a tunnel', { isWeb: false, isRemote: true, reached: 'abc.tunnel.example' }, false],
  ['VS Code in a browser on this computer', { isWeb: true, isRemote: true, reached: '127.0.0.1:8731' }, true],
  ['VS Code in a browser elsewhere', { isWeb: true, isRemote: true, reached: 'code.example:443' }, false],
  ['a host that only begins like this one', { isWeb: true, isRemote: true, reached: 'localhost.example' }, false],
])('%s', (_name, reach, expected) => {
  expect(reachesPage({ ...reach, served })).toBe(expected);
});
