import * as assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';

import { commandIds } from '../../src/vscode/commandIds.ts';

type Functions = Record<string, unknown>;

const LONG_ENOUGH_MS = 1000;
const STARTING = {
  child_process: ['spawn', 'fork', 'exec', 'execFile', 'spawnSync', 'execSync', 'execFileSync'],
  net: ['connect', 'createConnection', 'createServer'],
  tls: ['connect'],
  http: ['request', 'get', 'createServer'],
  https: ['request', 'get'],
};

const root = vscode.extensions.getExtension('countersign.countersign')?.extensionPath ?? '';
const load = createRequire(join(root, 'dist', 'extension.cjs'));

/** Puts something in a function's place while the work is done, and gives what it was called with. */
async function replacing(home: object, name: string, stand: () => unknown, work: () => Promise<void>): Promise<unknown[][]> {
  const calls: unknown[][] = [];
  const before = Object.getOwnPropertyDescriptor(home, name);
  const noted = (...args: unknown[]): unknown => (calls.push(args), stand());
  Object.defineProperty(home, name, { value: noted, configurable: true, writable: true, enumerable: true });
  try {
    await work();
  } finally {
    if (before !== undefined) Object.defineProperty(home, name, before);
  }
  return calls;
}

/** Everything that our bundle starts or opens meanwhile. Other extensions share these functions, so the stack decides. */
async function startedBy(work: () => Promise<void>): Promise<readonly string[]> {
  const started: string[] = [];
  const undo = Object.entries(STARTING).flatMap(([module, names]) => {
    const home = load(`node:${module}`) as Functions;
    return names.map(name => noteCalls(home, name, started));
  });
  undo.push(noteCalls(globalThis, 'fetch', started));
  try {
    await work();
  } finally {
    for (const step of undo) step();
  }
  return started;
}

function noteCalls(home: Functions, name: string, started: string[]): () => void {
  const original = home[name];
  if (typeof original !== 'function') return () => undefined;
  home[name] = function (this: unknown, ...args: unknown[]): unknown {
    if (new Error().stack?.includes(join(root, 'dist'))) started.push(name);
    const answer: unknown = Reflect.apply(original, this, args);
    return answer;
  };
  return () => void (home[name] = original);
}

/** A second life of the very bundle, beside the one that VS Code started: only its commands have no place any more. */
async function activateAnew(storage: string): Promise<void> {
  const bundle = join(root, 'dist', 'extension.cjs');
  Reflect.deleteProperty(load.cache, load.resolve(bundle));
  const { activate } = load(bundle) as { activate(context: unknown): void };
  const context = {
    extensionPath: root,
    globalStorageUri: vscode.Uri.file(storage),
    subscriptions: [] as vscode.Disposable[],
    globalState: { get: (_key: string, otherwise: unknown) => otherwise },
    secrets: { get: () => assert.fail('No secret is asked for.'), store: () => assert.fail('No secret is kept.') },
  };
  activate(context);
  await wait(LONG_ENOUGH_MS);
  for (const subscription of context.subscriptions) subscription.dispose();
}

describe('before a command is run', () => {
  let storage = '';
  before(async () => void (storage = await mkdtemp(join(tmpdir(), 'countersign-host-'))));
  after(() => rm(storage, { recursive: true }));

  it('no program is started, no connection opened, no secret read and no file written', async () => {
    let started: readonly string[] = ['not tried'];
    const registered = await replacing(
      vscode.commands,
      'registerCommand',
      () => ({ dispose: () => undefined }),
      async () => {
        started = await startedBy(() => activateAnew(storage));
      },
    );
    assert.equal(registered.length, commandIds.length);
    assert.deepEqual(started, []);
    assert.deepEqual(await readdir(storage), []);
  });
});

describe('in a workspace that is not trusted', () => {
  const publishing = commandIds.filter(id => /publish|rehearse/i.test(id));
  const trust = Object.getOwnPropertyDescriptor(vscode.workspace, 'isTrusted') ?? {};
  before(() => void Object.defineProperty(vscode.workspace, 'isTrusted', { get: () => false, configurable: true }));
  after(() => void Object.defineProperty(vscode.workspace, 'isTrusted', { ...trust, configurable: true }));

  for (const id of publishing) {
    it(`${id} is refused in code, whatever hides it`, async () => {
      let started: readonly string[] = ['not tried'];
      const said = await replacing(
        vscode.window,
        'showErrorMessage',
        () => Promise.resolve(undefined),
        async () => {
          started = await startedBy(async () => {
            await vscode.commands.executeCommand(id);
          });
        },
      );
      assert.match(String(said[0]?.[0]), /not trusted/);
      assert.deepEqual(started, []);
    });
  }
});
