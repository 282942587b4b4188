import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

import { createIndexSettings } from '../../../src/node/indexSettings.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const urls = (count: number) => Array.from({ length: count }, (_, place) => `https://i${place}.example/simple`);
const pip = (url: string) => `[global]\nextra-index-url = ${url}\n`;

/** What is found in a home where each of these files names another index, in this order. */
async function found(files: readonly string[], platform: NodeJS.Platform, environment: (home: string) => Record<string, string>) {
  const home = await temporaryFolder();
  for (const [place, url] of urls(files.length).entries()) {
    const path = join(home, files[place] ?? '');
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, path.endsWith('.toml') ? `extra-index-url = ["${url}"]\n` : pip(url));
  }
  const { references } = await createIndexSettings({
    home,
    platform,
    environment: { XDG_CONFIG_DIRS: join(home, 'xdg'), ...environment(home) },
  }).read();
  return references.map(({ url }) => url).filter(url => /i\d+\.example/.test(url));
}

test.each<[string, NodeJS.Platform, readonly string[], (home: string) => Record<string, string>]>([
  ['on Linux', 'linux', ['xdg/pip/pip.conf', '.config/pip/pip.conf', '.pip/pip.conf', 'xdg/uv/uv.toml', '.config/uv/uv.toml'], () => ({})],
  [
    'on macOS',
    'darwin',
    ['.config/pip/pip.conf', 'Library/Application Support/pip/pip.conf', '.pip/pip.conf', '.config/uv/uv.toml'],
    () => ({}),
  ],
  [
    'on Windows',
    'win32',
    ['data/pip/pip.ini', 'app/pip/pip.ini', 'pip/pip.ini', 'app/uv/uv.toml'],
    home => ({ PROGRAMDATA: join(home, 'data'), APPDATA: join(home, 'app') }),
  ],
  ['in an environment', 'linux', ['venv/pip.conf'], home => ({ VIRTUAL_ENV: join(home, 'venv') })],
  [
    'where a variable says',
    'linux',
    ['mine.conf', 'mine.toml'],
    home => ({ PIP_CONFIG_FILE: join(home, 'mine.conf'), UV_CONFIG_FILE: join(home, 'mine.toml') }),
  ],
  ['in another folder for settings', 'linux', ['cfg/pip/pip.conf', 'cfg/uv/uv.toml'], home => ({ XDG_CONFIG_HOME: join(home, 'cfg') })],
])('settings are found %s', async (_, platform, files, environment) => {
  expect(await found(files, platform, environment)).toEqual(urls(files.length));
});

test('variables count as well', async () => {
  expect(await found([], 'linux', () => ({ PIP_INDEX_URL: 'https://i9.example/simple' }))).toEqual(['https://i9.example/simple']);
});

test('what cannot be read is not there', async () => {
  const home = await temporaryFolder();
  await mkdir(join(home, '.pip', 'pip.conf'), { recursive: true });
  await mkdir(join(home, '.config', 'uv'), { recursive: true });
  await writeFile(join(home, '.config', 'uv', 'uv.toml'), `index-url = "https://i0.example"\n${'#'.repeat(2 * 1024 * 1024)}`);
  const settings = createIndexSettings({ home, platform: 'linux', environment: { XDG_CONFIG_DIRS: join(home, 'xdg') } });
  expect((await settings.read()).references.filter(({ url }) => url.includes('example'))).toEqual([]);
});
