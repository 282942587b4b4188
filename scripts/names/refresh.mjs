// @ts-check
import { readFile } from 'node:fs/promises';
import { isMainProgram } from '../lib/isMainProgram.mjs';
import { loadCore } from './loadCore.mjs';
import { readListText, writeListText } from './nameData.mjs';

const MOST = 15_000;

/**
 * Draws up the list anew. `source` is the address or the file of a ranking of downloads in JSON, as the project
 * hugovk/top-pypi-packages publishes it: `last_update`, and `rows` of `project`, the most downloaded first. The modules of
 * the standard library stay, or come from a file with one a line.
 * @param {string} source
 * @param {string | undefined} modulesFile
 */
export async function refreshNames(source, modulesFile) {
  const { last_update: updated, rows } = JSON.parse(await readSource(source));
  const core = await loadCore();
  const ranked = rows.map((/** @type {{ project: string } | string[]} */ row) =>
    core.normalizeName('project' in row ? row.project : String(row[0])),
  );
  const names = [...new Set(ranked)].slice(0, MOST);
  if (names.length < MOST || !/^\d{4}-\d\d-\d\d/.test(updated))
    throw new Error(`${source} has no ranking of ${MOST} projects with its date.`);
  const { standardModules, otherWords } = core.readNameList(await readListText());
  const modules =
    modulesFile === undefined ? standardModules : (await readFile(modulesFile, 'utf8')).split(/\r?\n/).filter(line => line !== '');
  await writeListText(core.nameListText({ date: updated.slice(0, 10), names, standardModules: modules, otherWords }));
}

/** @param {string} source */
async function readSource(source) {
  if (!/^https:\/\//.test(source)) return readFile(source, 'utf8');
  const response = await fetch(source);
  if (!response.ok) throw new Error(`${source} answered ${response.status}.`);
  return response.text();
}

if (isMainProgram(import.meta.url)) {
  const [source, modulesFile] = process.argv.slice(2);
  if (source === undefined) throw new Error('Give the address or the file of a ranking: npm run refresh:names -- SOURCE [MODULES]');
  await refreshNames(source, modulesFile);
}
