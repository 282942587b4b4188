import * as vscode from 'vscode';

const WORD = 'forget';

/** A typed word, because an accepted dialog is no person: the next approval page enrols whoever opens it. */
export function forgetFactorCommand(forget: () => Promise<boolean>): () => Promise<void> {
  return async () => {
    const typed = await vscode.window.showInputBox({
      title: 'Forget Security Key or Phone Code',
      prompt: `What approves your releases now will be forgotten; the next approval page asks to enrol anew. Type "${WORD}" to go on.`,
      ignoreFocusOut: true,
      validateInput: text => (text === '' || WORD.startsWith(text.trim().toLowerCase()) ? null : `Type "${WORD}", or press Escape.`),
    });
    if (typed?.trim().toLowerCase() !== WORD) return;
    const found = await forget();
    void vscode.window.showInformationMessage(
      found ? 'Forgotten. The next approval page asks to enrol anew.' : 'No security key or phone code was enrolled.',
    );
  };
}
