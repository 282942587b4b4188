// @ts-check
import { readFile } from 'node:fs/promises';
import { isMainProgram } from '../lib/isMainProgram.mjs';
import { frequentWords, resembling } from './indexNames.mjs';
import { loadCore } from './loadCore.mjs';
import { readListText, writeEstablished, writeListText } from './nameData.mjs';

const MOST = 15_000;

/**
 * Draws up the list anew. `source` is the address or the file of a ranking of downloads in JSON, as the project
 * hugovk/top-pypi-packages publishes it: `last_update`, and `rows` of `project`, the most downloaded first. `projectsFile` has
 * the names of all projects that the index had a while ago, one a line: long enough ago for squats to be gone. The modules
 * of the standard library stay, or come from such a file.
 * @param {string} source
 * @param {string} projectsFile
 * @param {string | undefined} modulesFile
 */
export async function refreshNames(source, projectsFile, modulesFile) {
  const core = await loadCore();
  const { last_update: updated, rows } = JSON.parse(await readSource(source));
  const ranked = rows.map((/** @type {{ project: string } | string[]} */ row) =>
    core.normalizeName('project' in row ? row.project : String(row[0])),
  );
  const names = [...new Set(ranked)].slice(0, MOST);
  if (names.length < MOST || !/^\d{4}-\d\d-\d\d/.test(updated))
    throw new Error(`${source} has no ranking of ${MOST} projects with its date.`);
  const projects = [...new Set((await linesOf(projectsFile)).map(core.normalizeName))].sort();
  const { standardModules } = core.readNameList(await readListText());
  const text = core.nameListText({
    date: updated.slice(0, 10),
    names,
    standardModules: modulesFile === undefined ? standardModules : await linesOf(modulesFile),
    otherWords: frequentWords(projects, names),
    established: [],
  });
  await writeListText(text);
  await writeEstablished(resembling(core, projects, core.readNameList(text)));
}

/** @param {string} source */
async function readSource(source) {
  if (!/^https:\/\//.test(source)) return readFile(source, 'utf8');
  const response = await fetch(source);
  if (!response.ok) throw new Error(`${source} answered ${response.status}.`);
  return response.text();
}

/** @param {string} file */
async function linesOf(file) {
  return (await readFile(file, 'utf8')).split(/\r?\n/).filter(line => line !== '');
}

if (isMainProgram(import.meta.url)) {
  const [source, projectsFile, modulesFile] = process.argv.slice(2);
  if (source === undefined || projectsFile === undefined)
    throw new Error('Give a ranking and the names of all projects: npm run refresh:names -- RANKING PROJECTS [MODULES]');
  await refreshNames(source, projectsFile, modulesFile);
}
