import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { readArtifactMetadata } from '../../../src/node/artifactMetadata.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** Archives by Python's own writers, which real build backends use. */
const WRITE = `
import io, sys, tarfile, zipfile
folder = sys.argv[1]
with zipfile.ZipFile(folder + "/good.whl", "w") as z:
    z.writestr("demo/__init__.py", "")
    z.writestr("demo-1.0.dist-info/METADATA", "Name: wheel")
with zipfile.ZipFile(folder + "/empty.whl", "w") as z:
    z.writestr("demo/__init__.py", "")
def tar(name, member, data):
    with tarfile.open(folder + name, "w:gz") as t:
        info = tarfile.TarInfo(member); info.size = len(data)
        t.addfile(info, io.BytesIO(data))
tar("/good.tar.gz", "demo-1.0/PKG-INFO", b"Name: sdist")
tar("/empty.tar.gz", "demo-1.0/sub/PKG-INFO", b"Name: other")
tar("/large.tar.gz", "demo-1.0/PKG-INFO", b"x" * 5_000_000)
`;

async function archives(): Promise<string> {
  const folder = await temporaryFolder();
  execFileSync('python3', ['-c', WRITE, folder]);
  await writeFile(join(folder, 'cut.tar.gz'), (await readFile(join(folder, 'good.tar.gz'))).subarray(0, 60));
  await writeFile(join(folder, 'text.whl'), 'this is no archive');
  return folder;
}

describe('readArtifactMetadata', () => {
  test.each([
    ['good.whl', { text: 'Name: wheel' }],
    ['good.tar.gz', { text: 'Name: sdist' }],
    ['empty.whl', { problem: 'it holds no METADATA' }],
    ['empty.tar.gz', { problem: 'it holds no PKG-INFO' }],
    ['large.tar.gz', { problem: 'it unpacks to too much' }],
    ['cut.tar.gz', { problem: 'it is damaged' }],
    ['text.whl', { problem: 'it is damaged' }],
  ])('%s', async (filename, expected) => {
    expect(await readArtifactMetadata(join(await archives(), filename))).toEqual(expected);
  });
});
