// @ts-check
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** @typedef {{ folder: string | undefined, port: number | undefined }} StartOptions */

const USAGE = 'Usage: npm start [-- [--folder PATH] [--port N]]';

/**
 * @param {readonly string[]} args
 * @returns {StartOptions}
 */
export function startOptions(args) {
  const { folder, port } = parsed(args);
  const number = port === undefined ? undefined : Number(port);
  if (number !== undefined && !(Number.isInteger(number) && number > 0 && number < 65_536))
    throw new Error(`"${port}" is no port. ${USAGE}`);
  return { folder: folder === undefined ? undefined : resolve(process.env['INIT_CWD'] ?? '.', folder), port: number };
}

/** @param {readonly string[]} args */
function parsed(args) {
  try {
    return parseArgs({ args: [...args], options: { folder: { type: 'string' }, port: { type: 'string' } } }).values;
  } catch (fault) {
    throw new Error(`${fault instanceof Error ? fault.message : fault}\n${USAGE}`);
  }
}
