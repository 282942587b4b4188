// @ts-check
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** @typedef {{ folder: string | undefined, demo: import('./demoProject.mjs').DemoName, port: number | undefined }} StartOptions */

const USAGE = 'Usage: npm start [-- [--demo library|application | --folder PATH] [--port N]]';

/**
 * @param {readonly string[]} args
 * @returns {StartOptions}
 */
export function startOptions(args) {
  const { folder, demo = 'library', port } = parsed(args);
  const number = port === undefined ? undefined : Number(port);
  if (number !== undefined && !(Number.isInteger(number) && number > 0 && number < 65_536))
    throw new Error(`"${port}" is no port. ${USAGE}`);
  if (demo !== 'library' && demo !== 'application') throw new Error(`There is no demo "${demo}". ${USAGE}`);
  return { demo, folder: folder === undefined ? undefined : resolve(process.env['INIT_CWD'] ?? '.', folder), port: number };
}

/** @param {readonly string[]} args */
function parsed(args) {
  try {
    return parseArgs({ args: [...args], options: { folder: { type: 'string' }, demo: { type: 'string' }, port: { type: 'string' } } })
      .values;
  } catch (fault) {
    throw new Error(`${fault instanceof Error ? fault.message : fault}\n${USAGE}`);
  }
}
