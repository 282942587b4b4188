import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { environmentDigest } from '../../../src/system/environmentDigest.ts';
import { withFileLock } from '../../../src/system/fileLock.ts';
import { Secret } from '../../../src/broker/secret.ts';
import { lineWithSecret } from '../../../src/broker/twine/jsonLine.ts';
import { readLines } from '../../../src/broker/twine/outputLines.ts';
import { Redactor } from '../../../src/broker/twine/redactor.ts';
import { pause } from './forkedBroker.ts';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'countersign-adapters-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the digest of an environment', () => {
  beforeEach(async () => {
    await mkdir(join(folder, 'a', 'b'), { recursive: true });
    await writeFile(join(folder, 'a', 'x.py'), 'x');
    await symlink('x.py', join(folder, 'a', 'link.py'));
  });

  test('is the same twice', async () => {
    expect(await environmentDigest(folder)).toBe(await environmentDigest(folder));
  });

  const changes: readonly [string, () => Promise<unknown>][] = [
    ['a name', () => rename(join(folder, 'a', 'x.py'), join(folder, 'a', 'y.py'))],
    ['a folder', () => rename(join(folder, 'a', 'x.py'), join(folder, 'a', 'b', 'x.py'))],
    ['a link’s target', async () => (await rm(join(folder, 'a', 'link.py')), symlink('b', join(folder, 'a', 'link.py')))],
    [
      'a link that became the file it named',
      async () => (await rm(join(folder, 'a', 'link.py')), writeFile(join(folder, 'a', 'link.py'), 'x')),
    ],
  ];
  test.each(changes)('changes with %s', async (_, change) => {
    const before = await environmentDigest(folder);
    await change();
    expect(await environmentDigest(folder)).not.toBe(before);
  });

  test('of three thousand files takes less than a second', async () => {
    await Promise.all(Array.from({ length: 3_000 }, (_, i) => writeFile(join(folder, 'a', `${i}.py`), 'x'.repeat(20_000))));
    const before = performance.now();
    await environmentDigest(folder);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});

describe('a lock', () => {
  const patience = (): AbortSignal => AbortSignal.timeout(3_000);

  test('lets one in after the other', async () => {
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, ++inside);
      await pause(5);
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 8 }, () => withFileLock(join(folder, 'lock'), patience(), work)));
    expect(most).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  });

  test.each([
    ['of a dead process', async () => ({ pid: await deadProcess(), start: null })],
    ['of a process whose number was given away again', async () => ({ pid: process.pid, start: '1' })],
  ])('%s is taken over', async (_, owner) => {
    await writeFile(join(folder, 'lock'), JSON.stringify(await owner()));
    expect(await withFileLock(join(folder, 'lock'), patience(), async () => 'in')).toBe('in');
  });

  test('of a living process is waited for, and given up at the signal', async () => {
    await writeFile(join(folder, 'lock'), JSON.stringify({ pid: process.pid, start: null }));
    await expect(withFileLock(join(folder, 'lock'), AbortSignal.timeout(100), async () => 'in')).rejects.toThrow();
  });

  async function deadProcess(): Promise<number> {
    const child = spawn(process.execPath, ['-e', '']);
    await new Promise(resolve => child.on('exit', resolve));
    return child.pid ?? 0;
  }
});

describe('a secret', () => {
  test('shows itself to nobody, and is gone when wiped', () => {
    const secret = Secret.fromText('hunter2');
    for (const text of [inspect(secret), JSON.stringify({ secret })]) expect(text).not.toContain('hunter2');
    secret.wipe();
    expect(secret.use(bytes => bytes.toString())).toBe('\0'.repeat(7));
  });

  test.each(['plain', 'quo"te', 'back\\slash', 'tab\tline\nend', 'ünï ☃ 💡', '\u0001\u001f\u007f'])('%j survives its line', text => {
    const line = lineWithSecret('secret', Buffer.from(text), { file: 'a "b"' }).toString();
    expect(line.endsWith('\n')).toBe(true);
    expect(line.trimEnd()).not.toContain('\n');
    expect(JSON.parse(line)).toEqual({ secret: text, file: 'a "b"' });
  });
});

describe('redaction', () => {
  const text = 'pa55 wörd&"more"/';
  const redactor = new Redactor(Secret.fromText(text), 'releases');
  const forms: readonly [string, string][] = [
    ['as it is', text],
    ['quoted for an address', encodeURIComponent(text)],
    ['quoted as Python does', encodeURIComponent(text).replaceAll('%20', '+')],
    ['as JSON', JSON.stringify(text).slice(1, -1)],
    ['in hexadecimal', Buffer.from(text).toString('hex')],
    ['as basic credentials', Buffer.from(`releases:${text}`).toString('base64')],
    ...[0, 1, 2].map((n): [string, string] => [`in base64 after ${n} bytes`, Buffer.from(`${'x'.repeat(n)}${text}yz`).toString('base64')]),
  ];
  test.each(forms)('%s', (_, form) => {
    const line = redactor.line(Buffer.from(`before ${form} after ${form}`));
    expect(line).toMatch(/^before .*‹hidden›.* after .*‹hidden›/);
    for (let at = 0; at + 12 <= form.length; at++) expect(line).not.toContain(form.slice(at, at + 12));
  });

  test('other tokens are hidden as well, harmless text is not', () => {
    expect(redactor.line(Buffer.from('pypi-AgEIcHlwaS5vcmcCJDAw and demo-1.2.0'))).toBe('‹hidden› and demo-1.2.0');
  });

  test('what hides or reorders is escaped', () => {
    expect(redactor.line(Buffer.from('a\u202eb\u001b[31m'))).toBe('a\\u{202e}b\\u{1b}[31m');
  });

  test('a secret of one character does not break it', () => {
    expect(new Redactor(Secret.fromText('x'), 'u').line(Buffer.from('axb'.repeat(20_000)))).not.toContain('axb');
  });
});

describe('lines of output', () => {
  test.each([
    ['whole', ['a\nb\n'], ['a', 'b']],
    ['in pieces', ['a', 'b\nc', '\nd'], ['ab', 'c', 'd']],
    ['too long', ['x'.repeat(70_000), 'y'.repeat(70_000), 'z\nend\n'], ['end']],
  ])('%s', async (_, chunks, expected) => {
    const told: string[] = [];
    const stream = Readable.from(chunks.map(chunk => Buffer.from(chunk)));
    readLines(stream, line => told.push(line.toString()));
    await new Promise(resolve => stream.on('close', resolve));
    expect(told).toEqual(expected);
  });
});
