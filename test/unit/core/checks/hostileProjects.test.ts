import { expect, test } from 'vitest';

import { catalogue } from '../../../../src/core/checks/catalogue.ts';
import { checkIds } from '../../../../src/core/checks/check.ts';
import { runChecks } from '../../../../src/core/checks/runChecks.ts';
import { applySuppressions } from '../../../../src/core/checks/suppressions.ts';
import { readToolTable } from '../../../../src/core/project/toolTable.ts';
import { projectFacts } from './projectFacts.ts';

const AREAS = /^(?:toml|build|index|dyn|config)\//;
const checks = catalogue.filter(({ id }) => AREAS.test(id));
const COUNT = 2000;

test.each([
  ['indexes', 'pyproject.toml', (n: number) => `[[tool.uv.index]]\nname = "i${n}"\nurl = "http://me:secret${n}@index.example/${n}"\n`],
  [
    'sources',
    'pyproject.toml',
    (n: number) => `[[tool.pdm.source]]\nname = "i${n}"\nurl = "http://index.example/${n}"\nverify_ssl = false\n`,
  ],
  ['entries', 'pyproject.toml', (n: number) => `[[tool.countersign.ignore]]\nrule = "dep/unpinned"\nreason = "r"\npackage = "p${n}"\n`],
  ['comments', 'requirements.txt', (n: number) => `p${n} # countersign: ignore[dep/unpinned, dep/not-hashed] r\n`],
  [
    'locked',
    'uv.lock',
    (n: number) => `[[package]]\nname = "p${n}"\nversion = "1"\nsource = { registry = "http://me:secret@index.example/${n}" }\n\n`,
  ],
])('thousands of %s are judged in a moment', (_, file, piece) => {
  const facts = projectFacts({ [file]: Array.from({ length: COUNT }, (_each, n) => piece(n)).join('') });
  const missing = 'not here';
  const start = performance.now();
  const gathered = {
    document: { fact: facts.document },
    lock: { fact: facts.lock },
    now: { fact: 0 },
    names: { missing },
    index: { missing },
    artifacts: { missing },
    git: { missing },
  };
  const { findings } = runChecks(checks, gathered, { profile: 'library', pinning: 'advice', enabled: [], occasion: 'writing' });
  const { documents } = facts.document;
  applySuppressions(findings, { documents, table: readToolTable(documents), ownName: '', now: 0, ran: new Set(checkIds) });
  expect(performance.now() - start).toBeLessThan(3000);
  expect(({} as Record<string, unknown>)['constructor']).toBe(Object);
});
