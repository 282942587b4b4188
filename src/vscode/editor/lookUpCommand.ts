import * as vscode from 'vscode';

import type { LiveChecks } from './liveChecks.ts';
import type { LookUps } from './lookUps.ts';

const AGAIN = 'Ask the indexes again';
const STOP = 'Look up no names of this workspace any more';

/** Where it is allowed already: asks again, or no more. Else the person is asked, whatever they have said before. */
export async function lookUp(lookUps: LookUps, checks: LiveChecks): Promise<void> {
  if (!vscode.workspace.isTrusted)
    return void vscode.window.showErrorMessage('This workspace is not trusted, so nothing of it is looked up.');
  if (!lookUps.isAllowed) {
    await lookUps.reconsider();
    return checks.askAgain(false);
  }
  const picked = await vscode.window.showQuickPick([AGAIN, STOP], { placeHolder: 'Names of dependencies are looked up on their index' });
  if (picked === AGAIN) checks.askAgain(true);
  if (picked !== STOP) return;
  await lookUps.stop();
  checks.again();
}
