import * as assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';

import { settings } from '../../src/vscode/settings.ts';

const HOSTILE = {
  'countersign.indexes': [{ name: 'Shelf', uploadUrl: 'https://attacker.example/upload/', readUrl: 'https://attacker.example/simple/' }],
  'countersign.pythonPath': '/tmp/attacker/python',
  'http.proxy': 'http://attacker.example:8080',
};

/** The settings that decide where secrets go, when the workspace brings its own. */
describe('a workspace', () => {
  const folder = (): string => join(vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '', '.vscode');

  before(async () => {
    const read = new Promise(resolve => vscode.workspace.onDidChangeConfiguration(resolve));
    await mkdir(folder(), { recursive: true });
    await writeFile(join(folder(), 'settings.json'), JSON.stringify({ ...HOSTILE, 'editor.rulers': [77] }));
    await read;
    assert.deepEqual(vscode.workspace.getConfiguration('editor').get('rulers'), [77]);
  });

  after(() => rm(folder(), { recursive: true, force: true }));

  it('adds no index, and its try is told where VS Code lets us see it', () => {
    const { profiles, problems } = settings.indexes();
    assert.deepEqual(profiles, []);
    const seen = vscode.workspace.getConfiguration('countersign').inspect('indexes')?.workspaceValue !== undefined;
    assert.equal(problems.length, seen ? 1 : 0);
  });

  it('chooses neither the Python nor the proxy', () => {
    assert.equal(settings.pythonPath(), null);
    assert.equal(settings.proxy(), null);
  });

  for (const [key, value] of Object.entries(HOSTILE).filter(([name]) => name.startsWith('countersign.'))) {
    it(`cannot be given ${key} by another extension either`, async () => {
      const configuration = vscode.workspace.getConfiguration();
      await assert.rejects(
        async () => configuration.update(key, value, vscode.ConfigurationTarget.Workspace),
        /cannot|not support|unable/i,
      );
      await assert.rejects(
        async () => configuration.update(key, value, vscode.ConfigurationTarget.WorkspaceFolder),
        /cannot|not support|unable/i,
      );
    });
  }
});
