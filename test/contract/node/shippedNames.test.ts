import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { shippedNames } from '../../../src/node/shippedNames.ts';

let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'names-'))));
afterAll(() => rm(folder, { recursive: true }));

test('the list that ships is read once, when it is asked for', async () => {
  const names = shippedNames(join(import.meta.dirname, '../../../data/names/names.txt.br'));
  const list = await names();
  expect(list.names).toHaveLength(15_000);
  expect(list.date).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(list.ranks.get('requests')).toBeLessThan(10);
  expect(list.standardModules.has('os')).toBe(true);
  expect(await names()).toBe(list);
});

test.each([
  ['nothing', null],
  ['no Brotli', Buffer.from('names')],
  ['half of it', brotliCompressSync('2026-04-01\nrequests\n').subarray(0, 8)],
])('where there is %s, it says what to do', async (_, content) => {
  const file = join(folder, 'names.txt.br');
  await rm(file, { force: true });
  if (content !== null) await writeFile(file, content);
  await expect(shippedNames(file)()).rejects.toMatchObject({
    code: 'files-unreadable',
    detail: 'The list of names that comes with Countersign cannot be read. Install it again.',
  });
});
