// @ts-check
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runProgram } from './runProgram.mjs';

const QUIET = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

/**
 * Runs npm in a folder, quietly, and never lets a package run a script of its own while it installs.
 * @param {readonly string[]} args
 * @param {string} cwd
 */
export async function npm(args, cwd) {
  const [command, ...first] = npmCommand();
  const all = [...first, ...args, '--ignore-scripts', ...QUIET];
  return runProgram(command, all, { cwd, env: environment() });
}

/** @returns {[string, ...string[]]} npm's program run by this very Node, where it can be found */
export function npmCommand() {
  const bin = dirname(process.execPath);
  const places = [
    process.env['npm_execpath'],
    join(bin, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(bin, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const program = places.find(place => place?.endsWith('npm-cli.js') && existsSync(place));
  return program === undefined ? ['npm'] : [process.execPath, program];
}

/** An npm that was started by npm inherits the outer one's project; the person's own settings (registry, proxy, certificates) stay. */
function environment() {
  const foreign = /^npm_(package|lifecycle|command|node_execpath|execpath|config_(local_prefix|prefix|global|omit|include))|^INIT_CWD$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}
