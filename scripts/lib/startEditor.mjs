// @ts-check
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './cacheFolder.mjs';
import { isPortFree } from './isPortFree.mjs';
import { openDoor } from './openDoor.mjs';
import { readSettings } from './readSettings.mjs';
import { startCodeServer } from './vscodeHost.mjs';

/**
 * @typedef {object} Scene
 * @property {import('./ensureHost.mjs').Host} host
 * @property {string} vsix
 * @property {import('./builtInIndex.mjs').IndexAddresses} index
 * @property {string} folder
 * @property {'demo' | 'own'} profile which settings, secrets and layout it remembers
 * @property {number | undefined} port
 */

const DEMO_INDEX = 'Demo index';

const CALM = {
  'workbench.startupEditor': 'readme',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
};

// The browser keeps secrets by address, so the port stays the same from one start to the next.
const USUAL_PORT = 8731;

/**
 * The editor on a folder, behind a session of its own: without one any user of this machine, and any website that rebinds
 * its name to 127.0.0.1, could open a terminal in it.
 * @param {Scene} scene
 * @param {import('./serve.mjs').Cleanup} cleanup
 */
export async function startEditor(scene, cleanup) {
  const session = randomBytes(32).toString('hex');
  const editor = await start(scene, session);
  const target = `${editor.url}/?folder=${encodeURIComponent(scene.folder)}`;
  const door = await openDoor({ session, target, suffix: String(editor.port) });
  cleanup.push(door.close);
  return { editor, url: door.url };
}

/**
 * @param {Scene} scene
 * @param {string} session
 */
async function start({ host, vsix, index, profile, port }, session) {
  const dataDir = cacheFolder('profiles', profile);
  const editor = await startCodeServer({
    host,
    dataDir,
    session,
    vsix: (await installed(dataDir)) === vsix ? undefined : vsix,
    settings: { ...(profile === 'demo' ? CALM : {}), 'countersign.indexes': await indexes(dataDir, index) },
    extraArgs: profile === 'demo' ? ['--disable-workspace-trust'] : [],
    port: port ?? ((await isPortFree(USUAL_PORT)) ? USUAL_PORT : undefined),
  });
  await writeFile(stamp(dataDir), vsix);
  return editor;
}

/**
 * The demo index has new addresses at every start; the indexes that the person added stay.
 * @param {string} dataDir
 * @param {import('./builtInIndex.mjs').IndexAddresses} addresses
 */
async function indexes(dataDir, { uploadUrl, readUrl }) {
  const settings = await readSettings(join(dataDir, 'user', 'User', 'settings.json'));
  const present = settings?.['countersign.indexes'];
  const others = Array.isArray(present) ? present.filter(({ name }) => name !== DEMO_INDEX) : [];
  return [{ name: DEMO_INDEX, uploadUrl, readUrl }, ...others];
}

/** @param {string} dataDir */
async function installed(dataDir) {
  return readFile(stamp(dataDir), 'utf8').catch(() => undefined);
}

/** @param {string} dataDir whose extension was packed under this name */
function stamp(dataDir) {
  return join(dataDir, 'extensions', '.countersign-stamp');
}
