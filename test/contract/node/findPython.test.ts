import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { findPython } from '../../../src/node/findPython.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const signal = new AbortController().signal;

/** A program that answers as an interpreter would. */
async function pythonThat(answer: Readonly<Record<string, unknown>> | string): Promise<string> {
  const path = join(await temporaryFolder(), 'python3');
  await writeFile(path, `#!/bin/sh\necho '${typeof answer === 'string' ? answer : JSON.stringify(answer)}'\n`);
  await chmod(path, 0o755);
  return path;
}

const good = { executable: '/opt/python', version: '3.12.1', recent: true, hasEnsurepip: true };

describe('findPython', () => {
  test('finds the absolute path behind shims', async () => {
    const python = await findPython(null, signal);
    expect(python.executable).toMatch(/^\//);
    expect(python.executable).not.toContain('shims');
  });

  test('takes the one that was chosen', async () => {
    expect(await findPython(await pythonThat(good), signal)).toMatchObject({ executable: '/opt/python' });
  });

  test.each([
    ['python-too-old', { ...good, version: '3.8.1', recent: false }],
    ['python-without-ensurepip', { ...good, hasEnsurepip: false }],
    ['python-missing', 'no JSON'],
  ])('%s', async (code, answer) => {
    await expect(findPython(await pythonThat(answer), signal)).rejects.toMatchObject({ code });
  });

  test('names a chosen program that is not there', async () => {
    await expect(findPython('/nowhere/python', signal)).rejects.toMatchObject({
      code: 'python-missing',
      detail: expect.stringContaining('/nowhere/python') as unknown,
    });
  });
});
