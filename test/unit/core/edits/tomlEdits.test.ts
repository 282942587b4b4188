import { describe, expect, test } from 'vitest';

import { applyEdits } from '../../../../src/core/checks/chooseFixes.ts';
import type { DependencyDocument } from '../../../../src/core/documents/dependencyDocument.ts';
import { readDocument } from '../../../../src/core/documents/readDocument.ts';
import { elementsOf } from '../../../../src/core/edits/tomlElements.ts';
import { appendElement, removeElement } from '../../../../src/core/edits/tomlListEdits.ts';
import { addToTable } from '../../../../src/core/edits/tomlTableEdits.ts';

describe('a value put at the end of a list', () => {
  test.each([
    ['[]', '["x"]'],
    ['["a"]', '["a", "x"]'],
    ['["a", ]', '["a", "x", ]'],
    ['[\n  "a"\n]', '[\n  "a",\n  "x",\n]'],
    ['[\n\t"a", # why\n]', '[\n\t"a", # why\n\t"x",\n]'],
    ['[\r\n  "a" # why\r\n]', '[\r\n  "a", # why\r\n  "x",\r\n]'],
    ['["a",\n  "b"]', '["a",\n  "b", "x"]'],
    ['[ # open\n]', '["x" # open\n]'],
  ])('%j', (list, expected) => {
    const document = documentOf(`a = ${list}`);
    const entry = document.toml?.entries.find(({ kind }) => kind === 'list');
    expect(applyEdits(document.text, entry ? [appendElement(document, entry, '"x"')] : [])).toBe(`a = ${expected}`);
  });
});

describe('an element taken out of a list', () => {
  test.each([
    ['["x"]', '[]'],
    ['["x", ]', '[ ]'],
    ['["a", "x"]', '["a"]'],
    ['["x","b"]', '["b"]'],
    ['["a", "x", "b"]', '["a", "b"]'],
    ['[\n  "a",\n  "x", # why\n]', '[\n  "a",\n]'],
    ['[\n  "a", # mine\n  "x"\n]', '[\n  "a", # mine\n]'],
    ['["a", # mine\n "x"]', '["a", # mine\n ]'],
    ['["x", # why\n "b"]', '[ # why\n "b"]'],
    ['["a", "x",\n "b"]', '["a",\n "b"]'],
  ])('%j', (list, expected) => {
    const document = documentOf(`a = ${list}`);
    const element = elementsOf(document, ['a']).find(({ value }) => value === 'x');
    expect(applyEdits(document.text, element ? [removeElement(document, element)] : [])).toBe(`a = ${expected}`);
  });
});

describe('a line put into a table', () => {
  test.each([
    ['', '[t.u]\nx = 1\n'],
    ['[a]\nb = 1', '[a]\nb = 1\n\n[t.u]\nx = 1\n'],
    ['[a]\r\n', '[a]\r\n\r\n[t.u]\r\nx = 1\r\n'],
    ['[t.u]\n', '[t.u]\nx = 1\n'],
    ['[t.u] # mine\na = [\n  1,\n] # last\n\n[z]\n', '[t.u] # mine\na = [\n  1,\n] # last\nx = 1\n\n[z]\n'],
    ['[t.u.v]\na = 1\n', null],
    ['[t]\nu = {}\n', null],
    ['t.u.a = 1\n', null],
    ['[[t.u]]\n', null],
  ])('%j', (text, expected) => {
    const document = documentOf(text);
    const edit = addToTable(document, ['t', 'u'], 'x = 1');
    expect(edit && applyEdits(text, [edit])).toBe(expected);
  });
});

function documentOf(text: string): DependencyDocument {
  const document = readDocument('pyproject.toml', 'pyproject', text);
  if (document === null) throw new Error('no document');
  return document;
}
