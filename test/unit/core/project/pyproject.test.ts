import { describe, expect, test } from 'vitest';

import { readPyproject } from '../../../../src/core/project/pyproject.ts';
import { textAt } from '../../../../src/core/project/tomlTable.ts';
import { linesOf } from '../../../../src/core/text/lines.ts';
import type { Span } from '../../../../src/core/text/span.ts';

describe('facts', () => {
  test.each<[string, string, Record<string, unknown>]>([
    ['an empty file', '', { name: null, version: null, hasBuildSystem: false, requiredVersion: undefined }],
    ['a project', '[project]\nname = "Demo"\nversion = "1.0"', { name: 'Demo', version: '1.0' }],
    ['dotted keys', 'project.name = "demo"\nproject.version = "1.0"', { name: 'demo', version: '1.0' }],
    ['a version of the build', '[project]\nname = "demo"\ndynamic = ["version"]', { name: 'demo', version: 'dynamic' }],
    ['other dynamic fields', '[project]\nname = "demo"\ndynamic = ["readme"]', { version: null }],
    ['a version that is both', '[project]\nversion = "1.0"\ndynamic = ["version"]', { version: '1.0' }],
    ["Poetry's own table", '[tool.poetry]\nname = "demo"\nversion = "1.0"', { name: 'demo', version: '1.0' }],
    [
      'project before Poetry',
      '[project]\nname = "a"\nversion = "1"\n[tool.poetry]\nname = "b"\nversion = "2"',
      { name: 'a', version: '1' },
    ],
    [
      'a version that Poetry holds for the project',
      '[project]\nname = "a"\ndynamic = ["version"]\n[tool.poetry]\nversion = "2"',
      { version: '2' },
    ],
    [
      "a placeholder for Poetry's plugin",
      '[tool.poetry]\nname = "a"\nversion = "0.0.0"\n[tool.poetry-dynamic-versioning]\nenable = true',
      { version: 'dynamic' },
    ],
    ['a build system', '[build-system]\nrequires = []', { hasBuildSystem: true }],
    ['values of other kinds', '[project]\nname = 7\nversion = ["1"]\n[build-system]', { name: null, version: null, hasBuildSystem: true }],
    ['a project that is no table', 'project = "demo"\nbuild-system = 1\ntool = []', { name: null, version: null, hasBuildSystem: false }],
    ['empty texts', '[project]\nname = ""\nversion = ""', { name: null, version: null }],
    ['a required version', '[tool.countersign]\nrequired-version = ">=1"', { requiredVersion: '>=1' }],
    ['a required version of another kind', '[tool.countersign]\nrequired-version = true', { requiredVersion: true }],
    ['a text that is no TOML', '[project]\nname = "demo"\n!', { name: null, version: null, hasBuildSystem: false }],
  ])('%s', (_, text, facts) => {
    expect(readPyproject(text).facts).toMatchObject(facts);
  });
});

describe('where a name stands', () => {
  test.each([
    ['[project]\nname = "demo"', '"demo"'],
    ['[project]\r\nversion = "1"\r\nname = "demo"\r\n', '"demo"'],
    ["\uFEFF[project]\nname='demo'", "'demo'"],
    ['[ "project" ] # here\n  "name"  =  "demo" # there', '"demo"'],
    ['[a]\nname = "x"\n[project]\nname = "demo"', '"demo"'],
    ['[a]\nb = """\n[project]\nname = "demo"\n"""\n[project]\n  name = "demo"', '"demo"'],
    ['[tool.poetry]\nname = "demo"', '"demo"'],
    ['[ tool . poetry ]\nname = "demo"', '"demo"'],
    ['[project]\nauthors = [{\nname = "x"\n}]\nname = "demo"', '"demo"'],
    ['[project]\n[a]\nname = "demo"', null],
    ['project.name = "demo"', '"demo"'],
    ['project = { name = "demo" }', '"demo"'],
    ['[project]\nname = "d\\u0065mo"', '"d\\u0065mo"'],
    ['[project]\nname = """demo"""', '"""demo"""'],
  ])('%j', (text, written) => {
    const { spans } = readPyproject(text);
    expect(spans.name && textIn(text, spans.name)).toBe(written);
  });
});

test('what stands in a string over several lines is no key', () => {
  const text = '[a]\nb = """\n[project]\nname = "demo"\n"""\n[project]\nname = "demo"';
  expect(readPyproject(text).spans.name?.start).toEqual({ line: 6, character: 7 });
});

test('the places of version and required version', () => {
  const text = '[project]\nname = "demo"\nversion = "1.0"\n[tool.countersign]\nrequired-version = 7\n';
  const { spans } = readPyproject(text);
  expect(spans.version).toEqual({ start: { line: 2, character: 10 }, end: { line: 2, character: 15 } });
  expect(spans.requiredVersion).toEqual({ start: { line: 4, character: 19 }, end: { line: 4, character: 20 } });
});

test('a text that is no TOML has one problem and no places', () => {
  const { document, fragments, spans, problems } = readPyproject('[project]\nname = "demo"\n!');
  expect(document).toBeNull();
  expect(textAt(fragments, ['project', 'name'])).toBe('demo');
  expect(readPyproject('[project]').fragments).toBeNull();
  expect(spans).toEqual({ name: null, version: null, requiredVersion: null });
  expect(problems).toHaveLength(1);
});

function textIn(text: string, span: Span): string {
  const lines = linesOf(text);
  return text.slice(lines.offsetAt(span.start), lines.offsetAt(span.end));
}
