// @ts-check
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder } from './cacheFolder.mjs';
import { installOnce } from './installOnce.mjs';
import { runProgram } from './runProgram.mjs';

/** @typedef {{ executablePath: string } | { channel: 'chrome' }} BrowserChoice as Playwright's `launch` takes it */

const UNPACK = 'const { default: chromium } = await import(process.argv[1]); await chromium.executablePath();';

/**
 * The browser for interface tests: the one named in `COUNTERSIGN_BROWSER`, on Linux the one inside the npm package, elsewhere the installed Chrome.
 * @param {string} root the checkout
 * @param {(line: string) => void} [report]
 * @returns {Promise<BrowserChoice>}
 */
export async function ensureChromium(root, report = () => undefined) {
  const chosen = process.env['COUNTERSIGN_BROWSER'];
  if (chosen !== undefined) return { executablePath: chosen };
  if (process.platform !== 'linux' || process.arch !== 'x64') return { channel: 'chrome' };
  return { executablePath: await unpacked(root, report) };
}

/**
 * The package unpacks itself into the temporary folder and takes a half-written file there for a whole one:
 * so it gets a temporary folder of its own, in a process of its own.
 * @param {string} root
 * @param {(line: string) => void} report
 */
async function unpacked(root, report) {
  const require = createRequire(join(root, 'package.json'));
  const program = pathToFileURL(require.resolve('@sparticuz/chromium')).href;
  const { devDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const version = devDependencies['@sparticuz/chromium'];
  const folder = cacheFolder('browsers', `chromium-${version}`);
  await installOnce(folder, report, async fresh => {
    report(`Chromium ${version}`);
    await mkdir(fresh, { recursive: true });
    await runProgram(process.execPath, ['--input-type=module', '-e', UNPACK, program], { env: { ...process.env, TMPDIR: fresh } });
  });
  return join(folder, 'chromium');
}
