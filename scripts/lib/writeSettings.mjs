// @ts-check
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSettings } from './readSettings.mjs';

/**
 * Puts settings into a data folder of VS Code, and leaves the person's other settings there as they are. Into both files:
 * a browser-hosted VS Code takes settings of the scope `machine` from the machine's file only, and of the scope `application` from the user's only.
 * @param {string} userData
 * @param {Readonly<Record<string, unknown>>} settings
 */
export async function writeSettings(userData, settings) {
  await Promise.all(['User', 'Machine'].map(owner => merge(join(userData, owner), settings)));
}

/**
 * A file that is no plain JSON is set aside, not lost.
 * @param {string} folder
 * @param {Readonly<Record<string, unknown>>} settings
 */
async function merge(folder, settings) {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'settings.json');
  const present = await readSettings(file);
  if (present === undefined) await rename(file, `${file}.before`);
  await writeFile(file, `${JSON.stringify({ ...present, ...settings }, null, 2)}\n`);
}
