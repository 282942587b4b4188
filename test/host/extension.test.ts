import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

import { commandIds } from '../../src/vscode/commandIds.ts';

const ID = 'countersign.countersign';

/** Ours, as VS Code holds it. */
function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension<unknown>(ID);
  assert.ok(found, `${ID} is not installed.`);
  return found;
}

describe('the extension', () => {
  before(() => extension().activate());

  it('activates, and gives other extensions nothing to hold on to', () => {
    assert.equal(extension().isActive, true);
    assert.equal(extension().exports, undefined);
  });

  it('registers every command that it names, and no other', async () => {
    const known = await vscode.commands.getCommands(true);
    assert.deepEqual(known.filter(id => id.startsWith('countersign.')).toSorted(), [...commandIds].toSorted());
  });

  for (const id of commandIds) {
    it(`${id} refuses arguments: only a person's own call counts`, async () => {
      await assert.rejects(async () => vscode.commands.executeCommand(id, { folder: '/' }), /takes no arguments/);
    });
  }
});
