// @ts-check
import { readFile } from 'node:fs/promises';

/**
 * @param {string} file a `settings.json` of VS Code
 * @returns {Promise<Record<string, unknown> | undefined>} nothing where it is no plain JSON: it may have comments
 */
export async function readSettings(file) {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
