import chromium from '@sparticuz/chromium';
import { chromium as driver, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

export async function launchBrowser(): Promise<Browser> {
  return driver.launch({ executablePath: await chromium.executablePath(), args: ['--no-sandbox'] });
}

/** A tab with a context of its own. Errors of its console are collected: a page that breaks its own policy is a fault. */
export async function openTab(browser: Browser, options: BrowserContextOptions = {}): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  const complaints: string[] = [];
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(error.message));
  return { page, complaints };
}

interface Authenticator {
  readonly protocol: 'ctap2' | 'u2f';
  readonly ctap2Version?: 'ctap2_1';
  readonly transport: 'usb' | 'internal';
  readonly hasResidentKey: boolean;
  readonly hasUserVerification: boolean;
  readonly isUserVerified?: boolean;
}

export const authenticators = {
  ctap2: {
    protocol: 'ctap2',
    ctap2Version: 'ctap2_1',
    transport: 'usb',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
  },
  'ctap2 without PIN': { protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'usb', hasResidentKey: false, hasUserVerification: false },
  u2f: { protocol: 'u2f', transport: 'usb', hasResidentKey: false, hasUserVerification: false },
  internal: {
    ...{ protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal' },
    ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
  },
} as const satisfies Record<string, Authenticator>;

/** Plugs a virtual authenticator into the tab, which is touched whenever it blinks. */
export async function plugIn(page: Page, kind: keyof typeof authenticators): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const authenticator: Authenticator = authenticators[kind];
  await session.send('WebAuthn.addVirtualAuthenticator', { options: { ...authenticator, automaticPresenceSimulation: true } });
}
