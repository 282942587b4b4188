import * as vscode from 'vscode';

import { Failure } from '../core/failure.ts';
import { reachesPage } from '../core/pageReach.ts';

export type PageHost = 'localhost' | 'countersign.localhost';

/**
 * The name under which the person's browser reaches the page. In a browser-hosted VS Code an address on `localhost`
 * would be rewritten to the server's proxy, where no security key works; other names below it are left alone.
 */
export function pageHost(): PageHost {
  return vscode.env.uiKind === vscode.UIKind.Web ? 'countersign.localhost' : 'localhost';
}

/** Opens the page, or throws `Failure` where the browser cannot reach it under its own name. */
export async function openApprovalPage(url: string): Promise<void> {
  const served = `localhost:${new URL(url).port}`;
  const { authority: reached } = await vscode.env.asExternalUri(vscode.Uri.parse(`http://${served}/`));
  const isWeb = vscode.env.uiKind === vscode.UIKind.Web;
  const isRemote = vscode.env.remoteName !== undefined;
  if (!reachesPage({ isWeb, isRemote, served, reached })) {
    throw new Failure('page-unreachable', `From there it would be at ${reached}, where no security key knows it.`);
  }
  await vscode.env.openExternal(vscode.Uri.parse(url, true));
}
