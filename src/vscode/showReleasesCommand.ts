import * as vscode from 'vscode';

import type { ReleaseRecord, ReleaseRecords } from '../app/ports.ts';
import { labelText } from '../core/text/visibleText.ts';

/** The releases sent from this computer, newest first; choosing one copies its digest and hashes. */
export function showReleasesCommand(records: ReleaseRecords): () => Promise<void> {
  return async () => {
    const known = await records.all();
    if (known.length === 0) return void vscode.window.showInformationMessage('Nothing was published from here yet.');
    const chosen = await vscode.window.showQuickPick(known.map(itemOf), {
      placeHolder: 'Copy the hashes of which release?',
      matchOnDescription: true,
    });
    if (chosen === undefined) return;
    await vscode.env.clipboard.writeText(hashesOf(chosen.record));
    void vscode.window.showInformationMessage('The hashes are in the clipboard.');
  };
}

function itemOf(record: ReleaseRecord): vscode.QuickPickItem & { record: ReleaseRecord } {
  return {
    label: labelText(`${record.project} ${record.version}`),
    description: labelText(`${record.index} · ${record.publishedAt.slice(0, 16).replace('T', ' ')} UTC`),
    detail: record.verified ? 'verified by hash' : 'sent, not verified',
    record,
  };
}

/** In the form of `sha256sum`, so that `sha256sum --check` can compare the files. */
function hashesOf(record: ReleaseRecord): string {
  return record.artifacts.map(artifact => `${artifact.sha256}  ${artifact.filename}\n`).join('');
}
