// @ts-check
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hostEnvironment } from './hostEnvironment.mjs';
import { runProgram } from './runProgram.mjs';
import { startServer } from './startServer.mjs';
import { writeSettings } from './writeSettings.mjs';

/**
 * code-server, for a person (the current host only: the oldest wants a native module here). It remembers secrets, layout and settings in its data folder.
 * With a `session` nobody gets in without that value in the session cookie (`openDoor` gives it to the browser);
 * without one anybody on this machine could open a terminal in it, so that is for throw-away folders only.
 * @param {object} options
 * @param {import('./ensureHost.mjs').Host} options.host
 * @param {string} options.dataDir
 * @param {Readonly<Record<string, unknown>>} [options.settings] added to those that are there
 * @param {string | undefined} [options.vsix] a packed extension to install first
 * @param {readonly string[]} [options.extraArgs]
 * @param {NodeJS.ProcessEnv} [options.env] added to the person's environment
 * @param {number | undefined} [options.port]
 * @param {string | undefined} [options.session] 64 hexadecimal digits
 */
export async function startCodeServer({ host, dataDir, settings = {}, vsix, extraArgs = [], env = {}, port, session }) {
  const folders = ['--user-data-dir', join(dataDir, 'user'), '--extensions-dir', join(dataDir, 'extensions')];
  const config = await emptyConfig(dataDir);
  await writeSettings(join(dataDir, 'user'), settings);
  if (vsix !== undefined) await install(host, folders, vsix, env);
  const fixed = [
    '--config',
    config,
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-getting-started-override',
    '--disable-proxy',
  ];
  return startServer({
    command: host.node,
    args: chosen => [
      host.codeServerEntry,
      ...fixed,
      ...folders,
      ...door(session, chosen),
      '--bind-addr',
      `127.0.0.1:${chosen}`,
      ...extraArgs,
    ],
    env: hostEnvironment({ ...env, ...(session === undefined ? {} : { HASHED_PASSWORD: session }) }),
    readyPath: '/healthz',
    port,
  });
}

/**
 * Two editors on this machine share one cookie jar, so the port goes into the cookie's name.
 * @param {string | undefined} session
 * @param {number} port
 */
function door(session, port) {
  return session === undefined ? ['--auth', 'none'] : ['--auth', 'password', '--cookie-suffix', String(port)];
}

/** @param {string} dataDir whose empty file keeps code-server from reading, or writing, the person's own configuration */
async function emptyConfig(dataDir) {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'code-server.yaml');
  await writeFile(file, 'cert: false\n');
  return file;
}

/**
 * @param {import('./ensureHost.mjs').Host} host
 * @param {readonly string[]} folders
 * @param {string} vsix
 * @param {NodeJS.ProcessEnv} env
 */
async function install(host, folders, vsix, env) {
  const args = [host.serverMain, '--accept-server-license-terms', ...folders, '--install-extension', vsix, '--force'];
  await runProgram(host.node, args, { env: hostEnvironment(env) });
}
