import * as vscode from 'vscode';

/** Null where the person thought better of it. Without a reason nothing that is left as it is would count. */
export async function askReason(title: string, prompt: string): Promise<string | null> {
  const validateInput = (text: string): string | null => (text.trim() === '' ? 'A reason is needed.' : null);
  const reason = await vscode.window.showInputBox({ title, prompt, validateInput });
  return reason === undefined || reason.trim() === '' ? null : reason;
}
