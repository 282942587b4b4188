import type * as vscode from 'vscode';

const KEY = 'sealKey';

/**
 * Half of what seals the phone code's secret; the other half is the broker's file. It lies in VS Code's secret store,
 * so that neither a copied folder nor a copied store is enough.
 */
export async function readSealKey(secrets: vscode.SecretStorage): Promise<string> {
  const known = await secrets.get(KEY);
  if (known !== undefined) return known;
  const made = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64');
  await secrets.store(KEY, made);
  return made;
}
