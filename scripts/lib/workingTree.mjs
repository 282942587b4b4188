// @ts-check
import { runProgram } from './runProgram.mjs';

/**
 * What git thinks of the checkout, or nothing where it is none.
 * @param {string} root
 * @returns {Promise<string | undefined>}
 */
export async function workingTree(root) {
  return runProgram('git', ['status', '--porcelain', '--untracked-files=all'], { cwd: root }).then(
    ({ stdout }) => stdout,
    () => undefined,
  );
}
