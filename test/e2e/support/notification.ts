import type { Locator, Page } from 'playwright-core';

/** A toast in the corner of the workbench. */
export interface Notification {
  readonly toast: Locator;
  text(): Promise<string>;
  buttons(): Promise<string[]>;
  press(button: string | RegExp): Promise<void>;
}

export async function findNotification(page: Page, text: string | RegExp, timeoutMs: number): Promise<Notification> {
  const toast = page.locator('.notifications-toasts .notification-toast').filter({ hasText: text }).first();
  await toast.waitFor({ timeout: timeoutMs });
  const button = toast.locator('.notification-list-item-buttons-container').getByRole('button');
  return {
    toast,
    text: async () => (await toast.locator('.notification-list-item-message').innerText()).trim(),
    buttons: async () => (await button.allInnerTexts()).map(label => label.trim()).filter(label => label !== ''),
    press: label => button.filter({ hasText: label }).first().click(),
  };
}
