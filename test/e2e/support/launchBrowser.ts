import { chromium, type Browser } from 'playwright-core';
import { ensureChromium } from '../../../scripts/lib/ensureChromium.mjs';

/** Without the sandbox: containers and CI seldom allow it, and the pages are our own. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ ...(await ensureChromium(process.cwd())), args: ['--no-sandbox'] });
}
