import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import type { DocumentEncoding } from '../../../src/app/ports.ts';
import { projectFiles } from '../../../src/node/projectFiles.ts';
import { memoryProjectFiles } from '../../fakes/memoryProjectFiles.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const everything = (): boolean => true;

async function folderWith(content: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(content)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

test('lists what is wanted, sorted, and stops at other projects; the fake does the same', async () => {
  const content = { 'b.txt': '', 'a.txt': '', 'requirements/dev.txt': '', 'part/pyproject.toml': '', 'part/c.txt': '' };
  const wanted = (path: string): boolean => path.endsWith('.txt');
  const folder = await folderWith(content);
  const fake = memoryProjectFiles(Object.fromEntries(Object.entries(content).map(([name, text]) => [`/p/${name}`, text])));
  expect(await projectFiles.listBelow(folder, wanted)).toEqual(['a.txt', 'b.txt', 'requirements/dev.txt']);
  expect(await fake.listBelow('/p', wanted)).toEqual(['a.txt', 'b.txt', 'requirements/dev.txt']);
});

test.each(['.venv/a.txt', 'venv/a.txt', 'node_modules/a.txt', '.git/a.txt', 'build/a.txt', 'tests/fixtures/a.txt', 'a/b/c/d/e/f/g/a.txt'])(
  '%s is not looked for',
  async path => {
    expect(await projectFiles.listBelow(await folderWith({ [path]: '' }), everything)).toEqual([]);
  },
);

test('a folder that is not there holds nothing', async () => {
  expect(await projectFiles.listBelow(join(await temporaryFolder(), 'missing'), everything)).toEqual([]);
});

test('links to files are followed, and links to folders are not', async () => {
  const folder = await folderWith({ 'real/a.txt': 'found' });
  await symlink(join(folder, 'real'), join(folder, 'linked'));
  await symlink(join(folder, 'real', 'a.txt'), join(folder, 'a.txt'));
  expect(await projectFiles.listBelow(folder, path => path.endsWith('a.txt'))).toEqual(['a.txt', 'real/a.txt']);
  expect(await projectFiles.readDocument(join(folder, 'a.txt'), 'utf-8')).toEqual({ text: 'found' });
});

test.each<[string, DocumentEncoding, Uint8Array, unknown]>([
  ['UTF-8', 'utf-8', Buffer.from('\ufeffnäme'), { text: '\ufeffnäme' }],
  ['other bytes', 'utf-8', Uint8Array.of(0x61, 0xff), { problem: 'This file is not UTF-8.' }],
  ['Latin-1 that says so, as pip', 'as-pip', Buffer.from('# coding: latin-1\nn\u00e4me', 'latin1'), { text: '# coding: latin-1\nnäme' }],
])('reads %s', async (_, encoding, bytes, expected) => {
  const folder = await folderWith({ 'a.txt': bytes });
  expect(await projectFiles.readDocument(join(folder, 'a.txt'), encoding)).toEqual(expected);
});

test.each(['folder', `${'a'.repeat(300)}.txt`, 'a\0b.txt', 'pipe'])('%j is no file', async name => {
  const folder = await folderWith({ 'folder/a.txt': '' });
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  expect(await projectFiles.readDocument(`${folder}/${name}`, 'as-pip')).toBeNull();
});

test('what is too large is a problem, and what is not there is nothing', async () => {
  const folder = await folderWith({ 'large.lock': '' });
  await truncate(join(folder, 'large.lock'), 33 * 1024 * 1024);
  expect(await projectFiles.readDocument(join(folder, 'large.lock'), 'utf-8')).toEqual({
    problem: expect.stringContaining('32 MB') as string,
  });
  expect(await projectFiles.readDocument(join(folder, 'missing'), 'utf-8')).toBeNull();
  expect(await projectFiles.readDocument(join(folder, 'large.lock', 'below'), 'utf-8')).toBeNull();
});

test('writes at once, keeps the mode, goes through a link, and leaves nothing beside', async () => {
  const folder = await folderWith({ 'real.txt': 'before' });
  await chmod(join(folder, 'real.txt'), 0o640);
  await symlink(join(folder, 'real.txt'), join(folder, 'linked.txt'));
  await projectFiles.writeDocument(join(folder, 'linked.txt'), 'after');
  expect(await readFile(join(folder, 'real.txt'), 'utf8')).toBe('after');
  expect((await stat(join(folder, 'real.txt'))).mode & 0o777).toBe(0o640);
  expect((await readdir(folder)).toSorted()).toEqual(['linked.txt', 'real.txt']);
});

test('a file that is not UTF-8 is left as it is', async () => {
  const folder = await folderWith({ 'a.txt': Uint8Array.of(0xff) });
  await expect(projectFiles.writeDocument(join(folder, 'a.txt'), 'x')).rejects.toMatchObject({ code: 'files-unreadable' });
  expect([...(await readFile(join(folder, 'a.txt')))]).toEqual([0xff]);
});
