import { describe, expect, test } from 'vitest';

import { main } from '../../../src/terminal/main.ts';
import { usage } from '../../../src/terminal/usage.ts';
import { shippedList } from '../core/names/shippedList.ts';
import { surroundingsOf } from './fakeSurroundings.ts';

async function answers(input: string, ...words: readonly string[]): Promise<readonly unknown[]> {
  const surroundings = surroundingsOf({}, { readInput: () => Promise.resolve(input), names: () => Promise.resolve(shippedList) });
  expect(await main(['names', ...words], surroundings)).toBe(0);
  expect(surroundings.error).toBe('');
  return surroundings.output
    .split('\n')
    .slice(0, -1)
    .map(line => JSON.parse(line) as unknown);
}

test('each name is answered, in order, as it was written', async () => {
  expect(await answers('reqeusts\nrequests\n')).toEqual([
    { name: 'reqeusts', suspicious: true, target: 'requests', reason: 'two letters swapped', score: expect.any(Number) as number },
    { name: 'requests', suspicious: false, score: 0 },
  ]);
});

test('the project that a module comes with is a hint, not a suspicion', async () => {
  expect(await answers('cv2')).toEqual([
    {
      name: 'cv2',
      suspicious: false,
      target: 'opencv-python',
      reason: 'a module by that name comes with this project',
      score: expect.any(Number) as number,
    },
  ]);
});

describe('every line is answered', () => {
  test.each([
    ['nothing', '', []],
    ['an empty line', '\n', ['']],
    ['empty lines between', 'a\n\nb\n\n', ['a', '', 'b', '']],
    ['no line end at the end', 'a\nb', ['a', 'b']],
    ['line ends of Windows', 'a\r\nb\r\n', ['a', 'b']],
    ['blanks and tabs', '  a\t\n', ['  a\t']],
    ['characters of other alphabets and of none', '\u0440equests\n\u202e\ufffd\u0000\n', ['\u0440equests', '\u202e\ufffd\u0000']],
    ['names of objects', '__proto__\nconstructor\n', ['__proto__', 'constructor']],
    ['JSON', '{"name": "x"}\n"\\\n', ['{"name": "x"}', '"\\']],
  ])('%s', async (_, input, names) => {
    for (const words of [[], ['--own']])
      expect(await answers(input, ...words)).toEqual(
        names.map(name => expect.objectContaining({ name, suspicious: expect.any(Boolean) as boolean }) as unknown),
      );
  });
});

test('a popular project is no module, though a module has its name', async () => {
  expect(await answers('psycopg2')).toEqual([{ name: 'psycopg2', suspicious: false, score: 0 }]);
});

test('what cannot be seen is escaped, and a name of any length answered', async () => {
  const input = `\u202eabc\n\ud800\n${'x'.repeat(10_000_000)}\n`;
  const surroundings = surroundingsOf({}, { readInput: () => Promise.resolve(input), names: () => Promise.resolve(shippedList) });
  expect(await main(['names'], surroundings)).toBe(0);
  const lines = surroundings.output.split('\n');
  expect(lines.slice(0, 2)).toEqual([
    '{"name":"\\u202eabc","suspicious":false,"score":0}',
    '{"name":"\\ud800","suspicious":false,"score":0}',
  ]);
  expect(lines[2]).toHaveLength(10_000_000 + '{"name":"","suspicious":false,"score":0}'.length);
});

test('with --own the name is judged for a new project', async () => {
  expect(await answers('os\nf1ask\nreqeusts\nmy-neat-thing\n', '--own')).toEqual([
    { name: 'os', suspicious: true, reason: 'will be refused: it is the name of a module of the standard library', score: 1 },
    { name: 'f1ask', suspicious: true, target: 'flask', reason: 'will be refused: it is too similar to a project that exists', score: 1 },
    {
      name: 'reqeusts',
      suspicious: true,
      target: 'requests',
      reason: 'may be taken for it: two letters swapped',
      score: expect.any(Number) as number,
    },
    { name: 'my-neat-thing', suspicious: false, reason: 'probably free' },
  ]);
});

test.each([
  [['names', '--help'], 0, usage, ''],
  [['names', 'reqeusts'], 2, '', 'names reads from standard input, one name a line, not "reqeusts".'],
  [['names', '--offline'], 2, '', 'offline'],
])('%j', async (words, code, output, problem) => {
  const surroundings = surroundingsOf({});
  expect(await main(words, surroundings)).toBe(code);
  expect(surroundings.output).toBe(output);
  expect(surroundings.error).toContain(problem);
});
