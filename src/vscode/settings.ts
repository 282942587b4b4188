import * as vscode from 'vscode';

import { pinnings, type Pinning } from '../core/checks/check.ts';
import { readCustomIndexes } from '../core/indexes/customIndexes.ts';
import type { IndexProfile } from '../core/indexes/indexProfile.ts';

/** Settings that decide where secrets go are read from the person's own settings only; a workspace's value is refused. */
export interface Settings {
  indexes(): { readonly profiles: readonly IndexProfile[]; readonly problems: readonly string[] };
  /** How pins are looked at in a folder: no secret hangs on it, so a workspace may say. */
  pinning(folder: string): Pinning;
  pythonPath(): string | null;
  proxy(): string | null;
}

export const settings: Settings = {
  indexes: () => {
    const read = readCustomIndexes(ownValue('countersign', 'indexes') ?? []);
    const foreign = hasWorkspaceValue('countersign', 'indexes');
    return foreign
      ? {
          ...read,
          problems: [...read.problems, 'This workspace sets countersign.indexes too. That is ignored: only your own settings count.'],
        }
      : read;
  },
  pinning: folder => {
    const value = vscode.workspace.getConfiguration('countersign', vscode.Uri.file(folder)).get('pinning');
    return pinnings.find(known => known === value) ?? 'advice';
  },
  pythonPath: () => text(ownValue('countersign', 'pythonPath')),
  proxy: () => text(ownValue('http', 'proxy')),
};

function ownValue(section: string, key: string): unknown {
  return vscode.workspace.getConfiguration(section).inspect(key)?.globalValue;
}

function hasWorkspaceValue(section: string, key: string): boolean {
  const found = vscode.workspace.getConfiguration(section).inspect(key);
  return found?.workspaceValue !== undefined || found?.workspaceFolderValue !== undefined;
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
