import { describe, expect, test } from 'vitest';

import { catalogue } from '../../../../src/core/checks/catalogue.ts';
import { configInvalid } from '../../../../src/core/checks/configInvalid.ts';
import { tomlSyntax } from '../../../../src/core/checks/tomlSyntax.ts';
import { readPyproject } from '../../../../src/core/project/pyproject.ts';

describe('toml/syntax', () => {
  test.each([
    ['a good file', '[project]\nname = "demo"\n', []],
    ['a broken file', '[project\n', [[0, 8, 0, 8, 'The name of this table is not closed: ] is missing.']]],
    ['a broken last line', '[project]\r\nname = demo\r\n', [[1, 7, 1, 8, 'This is no value: a string needs quotes around it.']]],
  ])('%s', (_, text, expected) => {
    expect(found(tomlSyntax, text)).toEqual(expected);
  });

  test('a folder without the file', () => {
    expect([...tomlSyntax.run({ document: { pyproject: null, ownVersion: '0.1.0' } }, 'library')]).toEqual([]);
  });
});

describe('config/invalid', () => {
  const unreadable = 'required-version is not a range of versions. Write one such as ">=0.1".';
  test.each([
    ['no setting', '', []],
    ['a range that is met', '[tool.countersign]\nrequired-version = ">=0.1"', []],
    ['a range that is none', '[tool.countersign]\nrequired-version = "soon"', [[1, 19, 1, 25, unreadable]]],
    ['another kind of value', '[tool.countersign]\nrequired-version = 1', [[1, 19, 1, 20, unreadable]]],
    ['a value whose place is not plain', 'tool.countersign.required-version = 1', [[0, 0, 0, 0, unreadable]]],
  ])('%s', (_, text, expected) => {
    expect(found(configInvalid, text)).toEqual(expected);
  });

  test('a version that is not met is an error', () => {
    const pyproject = readPyproject('[tool.countersign]\nrequired-version = ">=2"');
    const [finding] = configInvalid.run({ document: { pyproject, ownVersion: '0.1.0' } }, 'library');
    expect(finding).toMatchObject({ severity: 'error', file: 'pyproject.toml', span: { start: { line: 1, character: 19 } } });
  });
});

test('every check has an id of its own, a title without a full stop and a need', () => {
  expect(new Set(catalogue.map(check => check.id)).size).toBe(catalogue.length);
  for (const { id, title, needs } of catalogue) {
    expect(id).toMatch(/^[a-z]+\/[a-z]+(?:-[a-z]+)*$/);
    expect(title).toMatch(/[^.]$/);
    expect(needs.length).toBeGreaterThan(0);
  }
});

function found(check: typeof tomlSyntax, text: string): unknown[] {
  const findings = [...check.run({ document: { pyproject: readPyproject(text), ownVersion: '0.1.0' } }, 'library')];
  return findings.map(({ span, message }) => [span.start.line, span.start.character, span.end.line, span.end.character, message]);
}
