// @ts-check
import { join } from 'node:path';
import { hostEnvironment } from './hostEnvironment.mjs';
import { runProgram } from './runProgram.mjs';
import { startServer } from './startServer.mjs';
import { writeSettings } from './writeSettings.mjs';

/**
 * VS Code's own server without code-server around it, for tests: up in half a second, secrets in memory only, and no login,
 * so only for folders made for the purpose.
 * @param {object} options
 * @param {import('./ensureHost.mjs').Host} options.host
 * @param {string} options.dataDir a folder of its own for settings, extensions and logs
 * @param {Readonly<Record<string, unknown>>} [options.settings]
 * @param {string | undefined} [options.vsix] a packed extension to install first
 * @param {readonly string[]} [options.extraArgs]
 * @param {NodeJS.ProcessEnv} [options.env] added to the person's environment
 */
export async function startBareServer({ host, dataDir, settings = {}, vsix, extraArgs = [], env = {} }) {
  const own = ['--accept-server-license-terms', '--telemetry-level', 'off', '--server-data-dir', dataDir];
  await writeSettings(join(dataDir, 'data'), settings);
  if (vsix !== undefined)
    await runProgram(host.node, [host.serverMain, ...own, '--install-extension', vsix, '--force'], { env: hostEnvironment(env) });
  return startServer({
    command: host.node,
    args: port => [host.serverMain, ...own, '--host', '127.0.0.1', '--port', String(port), '--without-connection-token', ...extraArgs],
    env: hostEnvironment(env),
    readyPath: '/version',
    // Nothing of it is kept, and a polite end takes it seconds.
    graceMs: 0,
  });
}
