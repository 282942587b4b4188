import { mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { createFiles } from '../../../src/node/files.ts';
import { temporaryFolder } from './temporaryFolder.ts';

async function folderWith(content: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(content)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

describe('files', () => {
  test('reads text strictly as UTF-8 and keeps the byte order mark', async () => {
    const folder = await folderWith({ good: '\ufeffnäme', bad: Uint8Array.of(0x61, 0xff) });
    const files = createFiles(join(folder, 'staging'));
    expect(await files.readText(join(folder, 'good'))).toBe('\ufeffnäme');
    expect(await files.readText(join(folder, 'missing'))).toBeNull();
    await expect(files.readText(join(folder, 'bad'))).rejects.toMatchObject({ code: 'files-unreadable' });
  });

  test('finds projects, and leaves out environments and hidden folders', async () => {
    const found = ['pyproject.toml', 'packages/a/pyproject.toml', 'packages/b/pyproject.toml'];
    const left = [
      '.venv/lib/x/pyproject.toml',
      'venv/x/pyproject.toml',
      'node_modules/x/pyproject.toml',
      'a/site-packages/x/pyproject.toml',
    ];
    const folder = await folderWith(Object.fromEntries([...found, ...left].map(name => [name, ''])));
    const projects = await createFiles(join(folder, 's')).findProjectFolders(folder);
    expect([...projects].sort()).toEqual([folder, join(folder, 'packages/a'), join(folder, 'packages/b')]);
  });

  test('makes staging folders that only this user can enter', async () => {
    const files = createFiles(join(await temporaryFolder(), 'deep', 'staging'));
    const [one, two] = [await files.makeStagingFolder(), await files.makeStagingFolder()];
    expect(one).not.toBe(two);
    expect((await stat(one)).mode & 0o077).toBe(0);
    await files.removeStagingFolder(one);
    await expect(stat(one)).rejects.toThrow();
  });

  test('copies regular files and follows no link', async () => {
    const folder = await folderWith({ 'from/a.whl': 'bytes', 'elsewhere.whl': 'foreign', 'to/.keep': '' });
    await symlink(join(folder, 'elsewhere.whl'), join(folder, 'from', 'b.whl'));
    const files = createFiles(join(folder, 'staging'));
    await files.copyRegularFile(join(folder, 'from'), 'a.whl', join(folder, 'to'));
    expect(await readFile(join(folder, 'to', 'a.whl'), 'utf8')).toBe('bytes');
    await expect(files.copyRegularFile(join(folder, 'from'), 'b.whl', join(folder, 'to'))).rejects.toMatchObject({
      code: 'files-unreadable',
    });
    expect(await files.listRegularFiles(join(folder, 'from'))).toEqual(['a.whl']);
    expect(await files.listRegularFiles(join(folder, 'missing'))).toEqual([]);
  });

  test('hashes what is there', async () => {
    const folder = await folderWith({ empty: '' });
    const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    expect(await createFiles(folder).hash(join(folder, 'empty'))).toEqual({ size: 0, sha256 });
  });
});
