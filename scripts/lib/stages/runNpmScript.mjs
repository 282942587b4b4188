// @ts-check
import { npmCommand } from '../npm.mjs';
import { runVisibly } from '../runVisibly.mjs';

/**
 * A static check counts as one test.
 * @param {string} script its name in package.json
 * @returns {import('../stages.mjs').Stage['run']}
 */
export function runNpmScript(script) {
  return async ({ root }) => {
    const [command, ...args] = npmCommand();
    const { code } = await runVisibly(command, [...args, 'run', '--silent', script], { cwd: root });
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  };
}
