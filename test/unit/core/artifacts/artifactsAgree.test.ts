import { describe, expect, test } from 'vitest';

import { artifactsAgree, type Expectation, type JudgedArtifact } from '../../../../src/core/artifacts/artifactsAgree.ts';

const WHEEL = 'demo-1.0-py3-none-any.whl';
const SDIST = 'demo-1.0.tar.gz';

describe('files that make a release', () => {
  test.each<[string, JudgedArtifact[], Expectation]>([
    ['one wheel', [file(WHEEL)], {}],
    ['one sdist', [file(SDIST)], {}],
    ['both', [file(WHEEL), file(SDIST)], {}],
    ['several wheels', [file(WHEEL), file('demo-1.0-cp312-cp312-win_amd64.whl')], {}],
    ['metadata in other spellings', [file(WHEEL, 'Demo', '1.0.0'), file(SDIST, 'DEMO', 'v1.0')], {}],
    ['the declared name and version in other spellings', [file(WHEEL)], { declared: { name: 'Demo', version: '1.0.0' } }],
    ['a project that declares nothing', [file(WHEEL)], { declared: { name: null, version: null } }],
    ['an older spelling, at a private index', [file('Demo-1.0.tar.gz', 'Demo')], { forPrivateIndex: true }],
  ])('%s', (_, files, expectation) => {
    expect(artifactsAgree(files, expectation)).toEqual({ project: 'demo', version: '1.0' });
  });

  test('a local version, at a private index', () => {
    const files = [file('demo-1.0+cu118-py3-none-any.whl', 'demo', '1.0+cu118')];
    expect(artifactsAgree(files, { forPrivateIndex: true })).toEqual({ project: 'demo', version: '1.0+cu118' });
  });
});

describe('files that make none', () => {
  test.each<[string, JudgedArtifact[], Expectation, string[]]>([
    ['none at all', [], {}, ['no file to publish']],
    ['no artifact', [file('notes.txt')], {}, ['neither a wheel']],
    ['one that is none beside one that is', [file(WHEEL), file('demo-1.0.zip')], {}, ['ZIP archive']],
    ['two projects', [file(WHEEL), file('other-1.0.tar.gz', 'other')], {}, ['several projects: demo, other']],
    ['two versions', [file(WHEEL), file('demo-0.9.tar.gz', 'demo', '0.9')], {}, ['several versions: 1.0, 0.9']],
    [
      'two sdists',
      [file(SDIST), file('demo-1.0.0.tar.gz', 'demo', '1.0.0')],
      {},
      ['2 source distributions: demo-1.0.tar.gz, demo-1.0.0.tar.gz'],
    ],
    ['another name inside', [file(WHEEL, 'evil\u202e')], {}, ['the project "evil\\u{202e}"']],
    ['another version inside', [file(WHEEL, 'demo', '1.0.1')], {}, ['version "1.0.1"']],
    ['no version inside', [file(WHEEL, 'demo', 'latest')], {}, ['version "latest"']],
    [
      'no name inside',
      [{ filename: WHEEL, metadata: { text: 'Metadata-Version: 2.1\nVersion: 1.0\n' } }],
      {},
      ['The field Name is missing'],
    ],
    ['metadata that cannot be read', [{ filename: WHEEL, metadata: { problem: 'no METADATA' } }], {}, ['cannot be read: no METADATA']],
    ['another version declared', [file(WHEEL)], { declared: { name: 'demo', version: '1.1' } }, ['says version "1.1"']],
    ['another name declared', [file(WHEEL)], { declared: { name: 'other', version: null } }, ['names the project "other"']],
    [
      'a local version',
      [file('demo-1.0+cu118-py3-none-any.whl', 'demo', '1.0+cu118')],
      {},
      ['PyPI refuses those: publish a version without "+cu118"'],
    ],
    ['an older spelling', [file('Demo-1.0.tar.gz')], {}, ['would have to be called demo-1.0.tar.gz']],
    ['several faults', [file(WHEEL, 'other', '2'), file(SDIST, 'x')], {}, ['"other"', '"2"', '"x"']],
  ])('%s', (_, files, expectation, reasons) => {
    const agreed = artifactsAgree(files, expectation);
    const problems = 'problems' in agreed ? agreed.problems : [];
    expect(problems).toHaveLength(reasons.length);
    reasons.forEach((reason, index) => expect(problems[index]).toContain(reason));
  });
});

function file(filename: string, name = 'demo', version = '1.0'): JudgedArtifact {
  return { filename, metadata: { text: `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n` } };
}
