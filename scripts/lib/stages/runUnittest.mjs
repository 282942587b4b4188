// @ts-check
import { join } from 'node:path';
import { ensurePython } from '../python.mjs';
import { runVisibly } from '../runVisibly.mjs';

/**
 * Python's own tests, in the managed environment. Expected failures and skipped tests are neither passed nor failed.
 * @type {import('../stages.mjs').Stage['run']}
 */
export async function runUnittest({ root }) {
  const { python } = await ensurePython(root, line => process.stdout.write(`${line}\n`));
  const tests = join(root, 'test', 'python');
  const env = { ...process.env, PYTHONPATH: join(root, 'src', 'python'), PYTHONDONTWRITEBYTECODE: '1' };
  const { code, output } = await runVisibly(python, ['-m', 'unittest', 'discover', '-s', tests, '-t', tests], {
    cwd: root,
    env,
    keep: true,
  });
  const { passed, failed } = counted(output);
  return { passed, failed: code !== 0 && failed === 0 && passed > 0 ? 1 : failed };
}

/**
 * @param {string} output
 * @returns {import('../stages.mjs').Tally}
 */
function counted(output) {
  const ran = Number(/^Ran (\d+) tests? in /m.exec(output)?.[1] ?? 0);
  const ending = /^(?:OK|FAILED)(?: \((.*)\))?$/m.exec(output)?.[1] ?? '';
  const number = (/** @type {string} */ kind) => Number(new RegExp(`(?:^|, )${kind}=(\\d+)`).exec(ending)?.[1] ?? 0);
  const failed = number('failures') + number('errors') + number('unexpected successes');
  return { passed: Math.max(0, ran - failed - number('skipped') - number('expected failures')), failed };
}
