import * as vscode from 'vscode';

import { Failure } from '../core/failure.ts';

export type PageHost = 'localhost' | 'countersign.localhost';

/**
 * The name under which the person's browser reaches the page. In a browser-hosted VS Code an address on `localhost`
 * would be rewritten to the server's proxy, where no security key works; other names below it are left alone.
 */
export function pageHost(): PageHost {
  return vscode.env.uiKind === vscode.UIKind.Web ? 'countersign.localhost' : 'localhost';
}

/** Opens the page, or throws `Failure` where the browser runs on another machine than the broker. */
export async function openApprovalPage(url: string): Promise<void> {
  const reached = await vscode.env.asExternalUri(vscode.Uri.parse(`http://localhost:${new URL(url).port}/`));
  if (!isSameMachine(reached, url)) throw new Failure('page-unreachable', `VS Code runs on ${reached.authority}, your browser does not.`);
  await vscode.env.openExternal(vscode.Uri.parse(url, true));
}

/** A remote window forwards the port: only under the same name and number will the security key know the page. */
function isSameMachine(reached: vscode.Uri, url: string): boolean {
  if (vscode.env.uiKind === vscode.UIKind.Web) return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(reached.authority);
  return vscode.env.remoteName === undefined || reached.authority === new URL(url).host;
}
