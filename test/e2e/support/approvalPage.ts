import { expect } from 'vitest';
import * as OTPAuth from 'otpauth';
import type { Locator, Page } from 'playwright-core';

const PATIENCE_MS = 20_000;
/** An ending comes after the uploads and the comparison. */
const ENDING_MS = 40_000;

/** The approval page, as a person uses it. */
export interface ApprovalPage {
  readonly page: Page;
  pasteToken(token: string): Promise<void>;
  press(button: string): Promise<void>;
  /** Gives the secret that the page shows once. */
  setUpCode(): Promise<string>;
  approveWithCode(code: string): Promise<void>;
  heading(text: string | RegExp): Promise<void>;
  problem(text: string | RegExp): Promise<void>;
}

export function approvalPage(page: Page): ApprovalPage {
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  return {
    page,
    pasteToken: token => page.getByLabel(/API token/).fill(token),
    press: name => button(name).click({ timeout: PATIENCE_MS }),
    setUpCode: async () => {
      await button('Set up a phone code').click({ timeout: PATIENCE_MS });
      const secret = (await page.locator('code.secret').innerText()).replace(/\s/g, '');
      await page.getByLabel('Code that the app shows now').fill(codeOf(secret, 0));
      await button('Confirm').click();
      await button('Approve with a code').waitFor({ timeout: PATIENCE_MS });
      return secret;
    },
    approveWithCode: async code => {
      await page.getByLabel('Code from your phone').fill(code);
      await button('Approve with a code').click();
    },
    heading: text => page.getByRole('heading', { name: text }).waitFor({ timeout: ENDING_MS }),
    problem: async text => {
      await expect
        .poll(
          () =>
            page
              .locator('.problem')
              .allInnerTexts()
              .then(texts => texts.join('\n')),
          { timeout: PATIENCE_MS },
        )
        .toMatch(text);
    },
  };
}

/** The code that a phone shows now, or some steps of 30 seconds from now. */
export function codeOf(secret: string, steps: number): string {
  const totp = new OTPAuth.TOTP({ secret: OTPAuth.Secret.fromBase32(secret) });
  return totp.generate({ timestamp: Date.now() + steps * 30_000 });
}
