import * as vscode from 'vscode';

import type { Explanation, NextStep } from '../core/outcome/explainOutcome.ts';
import { labelText } from '../core/text/visibleText.ts';

export type Message = Pick<Explanation, 'tone' | 'message'> & { readonly next?: NextStep | null };

/** One message with at most one button. Opens pages and the log itself; resolves to what the caller has to do. */
export interface Messages {
  say(message: Message): Promise<'again' | 'resume' | null>;
}

const shown = {
  good: vscode.window.showInformationMessage,
  neutral: vscode.window.showInformationMessage,
  bad: vscode.window.showErrorMessage,
} as const;

export function createMessages(log: { show(): void }): Messages {
  return {
    async say({ tone, message, next = null }) {
      const buttons = next === null ? [] : [next.title];
      const pressed = await shown[tone](labelText(message), ...buttons);
      if (next === null || pressed === undefined) return null;
      if (next.do === 'open') await vscode.env.openExternal(vscode.Uri.parse(next.url, true));
      if (next.do === 'log') log.show();
      return next.do === 'again' || next.do === 'resume' ? next.do : null;
    },
  };
}
