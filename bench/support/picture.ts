import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

import type { Locator } from 'playwright-core';

import { projectRoot } from '../../scripts/lib/projectRoot.mjs';

const PICTURES = join(projectRoot, 'docs', 'pictures');
const MOST_BYTES = 150 * 1024;

/** Takes one of the README's pictures, into `docs/pictures`. */
export async function picture(name: string, what: Locator): Promise<void> {
  const path = join(PICTURES, `${name}.png`);
  await mkdir(PICTURES, { recursive: true });
  await what.screenshot({ path, animations: 'disabled', caret: 'hide' });
  const { size } = await stat(path);
  console.log(`${name}.png: ${(size / 1024).toFixed(0)} kB`);
  if (size > MOST_BYTES) throw new Error(`${name}.png is too large for a README.`);
}
