// @ts-check
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Whether a module is what Node was started with, and not imported by another.
 * @param {string} moduleUrl
 */
export function isMainProgram(moduleUrl) {
  const [, started] = process.argv;
  return started !== undefined && realpathSync(started) === realpathSync(fileURLToPath(moduleUrl));
}
