import { describe, expect, test } from 'vitest';

import { canHoldTogether, isMarkerValid, parseMarker } from '../../../../src/core/requirements/marker.ts';

describe('markers that exclude each other', () => {
  test.each([
    ['python_version < "3.8"', 'python_version >= "3.8"'],
    ['python_version < "3"', 'python_version >= "3.0"'],
    ['python_version <= "3.9"', 'python_version > "3.9"'],
    ['python_version > "3.8" and python_version < "3.10"', 'python_version != "3.9"'],
    ['"3.8" > python_version', 'python_version == "3.9"'],
    ['python_version == "3.7.*"', 'python_full_version >= "3.8"'],
    ['python_version in "2.7, 3.5"', 'python_version >= "3.6"'],
    ['python_version not in "3.8"', 'python_version == "3.8"'],
    ['python_full_version < "3.8.5"', 'python_full_version >= "3.8.5"'],
    ['sys_platform == "win32"', 'sys_platform != "win32"'],
    ['sys_platform == "win32"', 'sys_platform == "linux"'],
    ['sys_platform == "win32"', 'os_name == "posix"'],
    ['platform_system == "Windows"', 'sys_platform != "win32"'],
    ['sys.platform == "darwin"', 'platform_system == "Linux"'],
    ['"win32" == sys_platform', 'sys_platform in "linux darwin"'],
    ['sys_platform not in "linux darwin"', 'sys_platform == "linux"'],
    ['implementation_name == "cpython"', 'platform_python_implementation == "PyPy"'],
    ['python_implementation == "CPython"', 'platform_python_implementation != "CPython"'],
    ['platform_machine == "arm64"', 'platform_machine == "x86_64"'],
    ['extra == "socks"', 'extra == "tests"'],
    [
      '(sys_platform == "linux" or sys_platform == "darwin") and python_version < "3.9"',
      'sys_platform == "win32" or python_version >= "3.9"',
    ],
    ['sys_platform == "win32" and sys_platform == "linux"', 'python_version >= "3"'],
  ])('%s / %s', (one, other) => {
    expect(canHoldTogether(one, other)).toBe(false);
    expect(canHoldTogether(other, one)).toBe(false);
  });
});

describe('markers that can hold together', () => {
  test.each([
    ['python_version < "3.10"', 'python_version >= "3.8"'],
    ['python_version >= "2.7"', 'python_version < "3"'],
    ['python_version > "3.6"', 'python_version == "3.*"'],
    ['python_version < "3.6"', 'python_version == "3.*"'],
    ['python_version >= "3"', 'python_version < "4"'],
    ['python_version != "3.8"', 'python_version >= "3.8"'],
    ['python_version >= "3.8"', 'python_full_version < "3.8.1"'],
    ['python_full_version > "3.8.0a1"', 'python_full_version < "3.8.0b1"'],
    ['sys_platform == "linux"', 'python_version < "3.9"'],
    ['sys_platform == "cygwin"', 'os_name == "posix"'],
    ['sys_platform != "win32"', 'sys_platform != "linux"'],
    ['sys_platform != "win32"', 'os_name == "posix"'],
    ['"linux" in sys_platform', 'sys_platform == "linux2"'],
    ['os_name == "posix"', 'platform_system == "Linux"'],
    ['extra == "my_extra"', 'extra == "My-Extra"'],
    ['extra == "a"', 'sys_platform == "win32"'],
    ['"a" in extras', '"b" in extras'],
    ['platform_release >= "5"', 'platform_release < "5"'],
    ['sys_platform > "a"', 'sys_platform < "a"'],
    ['"a" == "b"', 'os_name == "nt"'],
    ['not a marker', 'sys_platform == "win32"'],
  ])('%s / %s', (one, other) => {
    expect(canHoldTogether(one, other)).toBe(true);
    expect(canHoldTogether(other, one)).toBe(true);
  });

  test('a requirement without a marker always counts', () => {
    expect(canHoldTogether(null, 'sys_platform == "win32"')).toBe(true);
    expect(canHoldTogether('sys_platform == "win32"', null)).toBe(true);
  });
});

test('too many alternatives are not worked out', () => {
  const pairs = Array.from({ length: 40 }, (_, index) => `(sys_platform == "a${index}" or os_name == "b${index}")`).join(' and ');
  expect(canHoldTogether(pairs, pairs)).toBe(true);
});

test('"and" binds before "or"', () => {
  const { tree } = parseMarker('os_name == "a" or os_name == "b" and (extra == "c" or extra == "d")');
  expect(tree).toMatchObject({
    kind: 'or',
    nodes: [
      { kind: 'comparison' },
      { kind: 'and', nodes: [{ right: { text: 'b' } }, { kind: 'or', nodes: [{ right: { text: 'c' } }, {}] }] },
    ],
  });
});

test('old spellings of a variable and the escapes of a value are resolved', () => {
  const { tree } = parseMarker(`'\\x61\\'b' not  in os.name`.replace("\\'", ''));
  expect(tree).toEqual({
    kind: 'comparison',
    left: { kind: 'string', text: 'ab' },
    operator: 'not in',
    right: { kind: 'variable', text: 'os_name' },
  });
});

test.each([
  ['os_name == "nt"', true],
  ['os_name=="nt"or(extra=="a")', true],
  ['dependency_groups == "a"', true],
  ['os_name', false],
  ['', false],
  ['os_name == "nt" and', false],
  ['os_nameé == "nt"', false],
  ['os_name == "a\nb"', false],
  [`${'('.repeat(5000)}os_name == "nt"${')'.repeat(5000)}`, false],
])('%j is valid: %s', (text, isValid) => {
  expect(isMarkerValid(text)).toBe(isValid);
});
