import * as assert from 'node:assert/strict';

import { Failure } from '../../src/core/failure.ts';
import { readDocument } from '../../src/core/documents/readDocument.ts';
import type { DependencyDocument } from '../../src/core/documents/dependencyDocument.ts';
import { readNameList, type NameList } from '../../src/core/names/nameList.ts';
import { PopularNames } from '../../src/vscode/editor/popularNames.ts';

const list = readNameList('2026-04-01\nrequests\nnumpy\n');

describe('the list of popular names', () => {
  it('is not read for a project that depends on nothing', async () => {
    const { popular, reads } = popularFrom(() => Promise.resolve(list));
    await popular.readyFor({ documents: [requirements('# nothing yet\n')] });
    assert.equal(reads(), 0);
    assert.equal(popular.list, null);
  });

  it('is read once for all projects, and told of when it is there', async () => {
    const { popular, reads, changes } = popularFrom(() => Promise.resolve(list));
    const project = { documents: [requirements('idna\n')] };
    await Promise.all([popular.readyFor(project), popular.readyFor(project)]);
    assert.equal(popular.list, list);
    assert.deepEqual([reads(), changes()], [1, 1]);
  });

  it('is missing where it cannot be read, which is told once', async () => {
    const failure = new Failure('files-unreadable', 'gone');
    const { popular, reads, failures } = popularFrom(() => Promise.reject(failure));
    await popular.readyFor({ documents: [requirements('idna\n')] });
    await popular.readyFor({ documents: [requirements('idna\n')] });
    assert.deepEqual(popular.known, { missing: 'the list of names cannot be read' });
    assert.deepEqual([reads(), failures], [1, [failure]]);
  });
});

function popularFrom(load: () => Promise<NameList>) {
  let [reads, changes] = [0, 0];
  const failures: unknown[] = [];
  const popular = new PopularNames({ load: () => (reads++, load()), failed: error => failures.push(error) });
  popular.onChanged(() => changes++);
  return { popular, failures, reads: () => reads, changes: () => changes };
}

function requirements(text: string): DependencyDocument {
  const read = readDocument('requirements.txt', 'requirements', text);
  assert.ok(read);
  return read;
}
