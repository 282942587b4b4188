import { describe, expect, test } from 'vitest';

import { parseArtifactFilename } from '../../../../src/core/artifacts/artifactFilename.ts';

describe('names of releases', () => {
  test.each([
    ['demo-1.0-py3-none-any.whl', 'wheel', 'demo', '1.0'],
    ['demo-1.0-1-py3-none-any.whl', 'wheel', 'demo', '1.0'],
    ['demo-1.0-1abc-py3-none-any.whl', 'wheel', 'demo', '1.0'],
    ['my_demo-1.0.post1-py2.py3-none-any.whl', 'wheel', 'my-demo', '1.0.post1'],
    ['demo-1!2.0rc1-cp312-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.whl', 'wheel', 'demo', '1!2.0rc1'],
    ['demo-1.0+cu118-cp312-cp312-win_amd64.whl', 'wheel', 'demo', '1.0+cu118'],
    ['demo-1.0+a_1-py3-none-any.whl', 'wheel', 'demo', '1.0+a.1'],
    ['a-0-py3-none-any.whl', 'wheel', 'a', '0'],
    ['demo-1.0.tar.gz', 'sdist', 'demo', '1.0'],
    ['my_demo-1.0rc1.tar.gz', 'sdist', 'my-demo', '1.0rc1'],
    ['demo-0.dev20240101123456789.tar.gz', 'sdist', 'demo', '0.dev20240101123456789'],
  ])('%s', (filename, kind, project, version) => {
    expect(parseArtifactFilename(filename)).toEqual({ kind, project, version, canonical: filename });
  });
});

describe('spellings that PyPI refuses', () => {
  test.each([
    ['Demo-1.0-py3-none-any.whl', 'demo', 'demo-1.0-py3-none-any.whl'],
    ['my.Demo-1.0.0-2-py3-none-any.whl', 'my-demo', 'my_demo-1.0.0-2-py3-none-any.whl'],
    ['my-demo-1.0.tar.gz', 'my-demo', 'my_demo-1.0.tar.gz'],
    ['demo-v1.0.0RC1.tar.gz', 'demo', 'demo-1.0.0rc1.tar.gz'],
  ])('%s', (filename, project, canonical) => {
    expect(parseArtifactFilename(filename)).toMatchObject({ project, canonical });
  });
});

describe('names that are none', () => {
  test.each([
    ['', 'neither a wheel'],
    ['demo', 'neither a wheel'],
    ['demo-1.0.egg', 'neither a wheel'],
    ['demo-1.0.tar.bz2', 'neither a wheel'],
    ['demo-1.0.tgz', 'neither a wheel'],
    ['demo-1.0-py3-none-any.WHL', 'neither a wheel'],
    ['demo-1.0.tar.gz.asc', 'neither a wheel'],
    ['demo-1.0.zip', 'ZIP archive'],
    ['.whl', '1 parts'],
    ['demo-1.0.whl', '2 parts'],
    ['demo-1.0-none-any.whl', '4 parts'],
    ['my-demo-1.0-1-py3-none-any.whl', '7 parts'],
    ['my-demo-1.0-py3-none-any.whl', '"demo" is no version'],
    ['demo-1.0-rc1.tar.gz', '"rc1" is no version'],
    ['demo-1.0-abc-py3-none-any.whl', 'build tag "abc"'],
    ['demo-1.0--py3-none-any.whl', 'build tag ""'],
    ['demo-1.0-py3-none-.whl', 'a tag for'],
    ['demo-1.0-py3..py2-none-any.whl', 'a tag for'],
    ['demo-1.0-py3-none-any+x.whl', 'a tag for'],
    ['demo-latest-py3-none-any.whl', '"latest" is no version'],
    ['-1.0-py3-none-any.whl', '"" is no name'],
    ['_demo-1.0-py3-none-any.whl', '"_demo" is no name'],
    ['my__demo-1.0-py3-none-any.whl', '"my__demo" is no name'],
    ['demo.tar.gz', 'no hyphen'],
    ['demo-.tar.gz', '"" is no version'],
    ['-1.0.tar.gz', '"" is no name'],
    ['demo-latest.tar.gz', '"latest" is no version'],
    ['../demo-1.0.tar.gz', 'characters'],
    ['a\\demo-1.0.tar.gz', 'characters'],
    ['dеmo-1.0.tar.gz', 'characters'], // Cyrillic е
    ['demo-1.0 .tar.gz', 'characters'],
    [`${'d'.repeat(240)}-1.0.tar.gz`, '251 characters'],
  ])('%j', (filename, reason) => {
    const parsed = parseArtifactFilename(filename);
    expect('problem' in parsed ? parsed.problem : 'none').toContain(reason);
  });
});

test('what cannot be seen in a name is seen in the problem', () => {
  expect(parseArtifactFilename('a\u202egz.rat')).toEqual({ problem: expect.stringContaining('a\\u{202e}gz.rat') as string });
});
