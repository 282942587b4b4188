import { expect, test } from 'vitest';

import { main } from '../../../src/terminal/main.ts';
import { memoryProjectFiles } from '../../fakes/memoryProjectFiles.ts';
import { surroundingsOf } from './fakeSurroundings.ts';

const PATH = '/home/ada/requirements.txt';

test('--fix writes what needs no review, says so, and reports what is left', async () => {
  const { text, code, output, error } = await fixed('idna=3.10\r\nclick # any\r\n');
  expect(text).toBe('idna==3.10\r\nclick # any\r\n');
  expect(error).toContain('one repair written in');
  expect(output).not.toContain('dep/invalid-requirement');
  expect(output).toContain('dep/unpinned');
  expect(code).toBe(0);
});

test('applied again it changes nothing', async () => {
  const first = await fixed('idna=3.10\nclick=>8\n');
  const second = await fixed(first.text);
  expect([second.text, second.error]).toEqual([first.text, '']);
});

test('without --fix nothing is written', async () => {
  const files = memoryProjectFiles({ [PATH]: 'idna=3.10\n' });
  expect(
    await main(
      ['check', '--offline'],
      surroundingsOf({ [PATH]: 'idna=3.10\n' }, { files: { ...files, findProjectFolders: async () => [] } }),
    ),
  ).toBe(1);
  expect(files.content.get(PATH)).toBe('idna=3.10\n');
});

async function fixed(before: string): Promise<{ text: string; code: number; output: string; error: string }> {
  const files = memoryProjectFiles({ [PATH]: before });
  const surroundings = surroundingsOf({ [PATH]: before }, { files: { ...files, findProjectFolders: async () => [] } });
  const code = await main(['check', '--offline', '--fix'], surroundings);
  const text = files.content.get(PATH);
  return { text: typeof text === 'string' ? text : '', code, output: surroundings.output, error: surroundings.error };
}
