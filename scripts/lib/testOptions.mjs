// @ts-check
import { parseArgs } from 'node:util';
import { stages } from './stages.mjs';

/** @typedef {{ only: readonly string[], filters: readonly string[] }} TestOptions stages to run, none for all; files for vitest to keep to */

const NAMES = stages.map(({ name }) => name);
const USAGE = `Usage: npm test [-- [--only STAGE]… [FILE…]]\nStages: ${NAMES.join(', ')}`;

/**
 * @param {readonly string[]} args
 * @returns {TestOptions}
 */
export function testOptions(args) {
  const { only, filters } = parsed(args);
  const unknown = only.find(name => !NAMES.includes(name));
  if (unknown !== undefined) throw new Error(`There is no stage "${unknown}".\n${USAGE}`);
  return { only, filters };
}

/** @param {readonly string[]} args */
function parsed(args) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { only: { type: 'string', multiple: true } },
    });
    return { only: values.only ?? [], filters: positionals };
  } catch (fault) {
    throw new Error(`${fault instanceof Error ? fault.message : fault}\n${USAGE}`);
  }
}
