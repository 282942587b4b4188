import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { createIndexCache } from '../../../src/node/indexCache.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const answer = { etag: '"x"', fetchedAt: 5, content: { files: [1, 'é'] } };

async function onlyFile(folder: string): Promise<string> {
  const [name = ''] = await readdir(folder);
  return join(folder, name);
}

describe('the cache', () => {
  test('gives back what it was given, after a restart too', async () => {
    const folder = join(await temporaryFolder(), 'below', 'it');
    await createIndexCache(folder).write('a', answer);
    expect(await createIndexCache(folder).read('a')).toEqual(answer);
    expect(await createIndexCache(folder).read('b')).toBeNull();
  });

  test.each<[string, (text: string) => string]>([
    ['cut short', text => text.slice(0, -3)],
    ['empty', () => ''],
    ['of another form', () => '{"schema":2}'],
    ['of another key', text => text.replace('"key":"a"', '"key":"b"')],
    ['without a time', text => text.replace('"fetchedAt":5', '"fetchedAt":"soon"')],
  ])('takes an entry that is %s for none', async (_, change) => {
    const folder = await temporaryFolder();
    const cache = createIndexCache(folder);
    await cache.write('a', answer);
    const file = await onlyFile(folder);
    await writeFile(file, change(await readFile(file, 'utf8')));
    expect(await cache.read('a')).toBeNull();
    await cache.write('a', answer);
    expect(await cache.read('a')).toEqual(answer);
  });

  test('never fails, even where nothing can be written', async () => {
    const folder = join(await temporaryFolder(), 'file');
    await writeFile(folder, '');
    const cache = createIndexCache(folder);
    await expect(cache.write('a', answer)).resolves.toBeUndefined();
    await expect(cache.read('a')).resolves.toBeNull();
  });

  test('many writers leave whole entries and nothing else', async () => {
    const folder = await temporaryFolder();
    const caches = Array.from({ length: 8 }, () => createIndexCache(folder));
    await Promise.all(caches.flatMap((cache, place) => ['a', 'b', 'c'].map(key => cache.write(key, { ...answer, fetchedAt: place }))));
    expect((await readdir(folder)).filter(name => !name.endsWith('.json'))).toEqual([]);
    for (const key of ['a', 'b', 'c']) expect(await caches[0]?.read(key)).toMatchObject({ content: answer.content });
  });

  test('stays within its size, and forgets first what was used longest ago', async () => {
    const folder = await temporaryFolder();
    const big = { ...answer, content: 'x'.repeat(10_000) };
    const cache = createIndexCache(folder, 100_000);
    for (let place = 0; place < 20; place += 1) {
      await cache.write(`k${place}`, big);
      for (const name of await readdir(folder)) await age(join(folder, name), 1);
    }
    await cache.read('k0');
    await createIndexCache(folder, 100_000).write('last', big);
    const sizes = await Promise.all((await readdir(folder)).map(async name => (await stat(join(folder, name))).size));
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(100_000);
    expect([await cache.read('k0'), await cache.read('k1'), await cache.read('last')]).toEqual([big, null, big]);
  });

  test('sweeps up drafts that nobody finished', async () => {
    const folder = await temporaryFolder();
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'old.tmp'), 'x');
    await writeFile(join(folder, 'new.tmp'), 'x');
    await age(join(folder, 'old.tmp'), 7200);
    await createIndexCache(folder).write('a', answer);
    expect((await readdir(folder)).filter(name => name.endsWith('.tmp'))).toEqual(['new.tmp']);
  });
});

async function age(file: string, seconds: number): Promise<void> {
  const { mtimeMs } = await stat(file);
  await utimes(file, mtimeMs / 1000 - seconds, mtimeMs / 1000 - seconds);
}
