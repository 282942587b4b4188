import { describe, expect, test } from 'vitest';

import { Cancelled, Failure } from '../../../src/core/failure.ts';
import { main } from '../../../src/terminal/main.ts';
import { usage } from '../../../src/terminal/usage.ts';
import { surroundingsOf } from './fakeSurroundings.ts';

const GOOD =
  '[build-system]\nrequires = ["hatchling>=1.26"]\nbuild-backend = "hatchling.build"\n[project]\nname = "demo"\nversion = "1.0"\n';
const BROKEN = '[project\n';
const ODD = '[tool.countersign]\nrequired-version = "soon"\n';

describe('what is asked for', () => {
  test.each([
    [['--version'], '0.1.0\n'],
    [['--help'], usage],
    [['-h'], usage],
    [['check', '--help'], usage],
    [['check', '-h', 'nowhere'], usage],
  ])('%j', async (words, output) => {
    const surroundings = surroundingsOf({});
    expect(await main(words, surroundings)).toBe(0);
    expect(surroundings).toMatchObject({ output, error: '' });
  });
});

describe('wrong use ends with 2, says why and how, and writes no result', () => {
  test.each([
    [[], 'There is no command.'],
    [['publish'], '"publish" is no command.'],
    [['a\u001b[31m'], '"a\\u{1b}[31m" is no command.'],
    [['check', '--index', 'index.example'], '--index: the address does not start with https://.'],
    [['check', '--index', 'http://index.example/simple/'], '--index: the address is plain http'],
    [['check', '-x'], "Unknown option '-x'"],
    [['check', '--offline=yes'], 'offline'],
    [['check', '--profile'], 'profile'],
    [['check', '--profile', 'lib'], '--profile is one of auto, library, application, not "lib".'],
    [['check', '--format', 'xml'], '--format is one of text, json, sarif, github, not "xml".'],
    [['check', '--format', 'constructor'], 'not "constructor"'],
    [['check', '--fail-on', 'information'], '--fail-on is one of error, warning, info, hint, not "information".'],
    [['check', ''], 'A PATH is empty.'],
    [['check', 'nowhere'], 'nowhere does not exist.'],
    [['check', 'no\u202ewhere'], 'no\\u{202e}where does not exist.'],
    [['check', '.', 'nowhere'], 'nowhere does not exist.'],
    [['check', 'README.md'], 'README.md is neither a folder nor a file that names dependencies.'],
    [['check', 'notpyproject.toml'], 'notpyproject.toml is neither'],
  ])('%j', async (words, reason) => {
    const surroundings = surroundingsOf({ '/home/ada/README.md': '', '/home/ada/notpyproject.toml': '', '/home/ada/pyproject.toml': GOOD });
    expect(await main(words, surroundings)).toBe(2);
    expect(surroundings.error).toContain(reason);
    expect(surroundings.output).toBe('');
  });
});

describe('the exit code is that of the gravest finding', () => {
  test.each([
    [GOOD, [], 0],
    [GOOD, ['--fail-on', 'hint'], 0],
    [BROKEN, [], 1],
    [BROKEN, ['--fail-on', 'hint'], 1],
    [ODD, [], 0],
    [ODD, ['--fail-on', 'error'], 0],
    [ODD, ['--fail-on', 'warning'], 1],
    [ODD, ['--fail-on', 'info'], 1],
    [ODD, ['--fail-on', 'hint', '--offline'], 1],
    [BROKEN, ['--format', 'json'], 1],
  ])('%j with %j: %i', async (text, words, code) => {
    expect(await main(['check', ...words], surroundingsOf({ '/home/ada/pyproject.toml': text }))).toBe(code);
  });
});

test('a failure ends with 3 and says what and why', async () => {
  const files = {
    ...surroundingsOf({ '/home/ada/pyproject.toml': '' }).files,
    readDocument: () => Promise.reject(new Failure('files-unreadable', '/home/ada/x\u202e: it is not UTF-8.')),
  };
  const surroundings = surroundingsOf({ '/home/ada/pyproject.toml': '' }, { files });
  expect(await main(['check'], surroundings)).toBe(3);
  expect(surroundings).toMatchObject({ output: '', error: 'countersign: /home/ada/x\\u{202e}: it is not UTF-8.\n' });
});

test('a cancel ends with 4 in silence', async () => {
  const files = { ...surroundingsOf({ '/home/ada/pyproject.toml': '' }).files, readDocument: () => Promise.reject(new Cancelled()) };
  const surroundings = surroundingsOf({ '/home/ada/pyproject.toml': '' }, { files });
  expect(await main(['check'], surroundings)).toBe(4);
  expect(surroundings).toMatchObject({ output: '', error: '' });
});

test('a fault of our own is not swallowed', async () => {
  const files = { ...surroundingsOf({ '/home/ada/pyproject.toml': '' }).files, readDocument: () => Promise.reject(new TypeError('ours')) };
  await expect(main(['check'], surroundingsOf({ '/home/ada/pyproject.toml': '' }, { files }))).rejects.toThrow('ours');
});
