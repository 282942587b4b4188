import { expect, test } from 'vitest';

import { factChecks } from '../../../../../src/core/checks/facts/factChecks.ts';
import { advisory, digest, listed, release } from '../../indexFacts/samples.ts';
import { factsOf, findingsIn, uvLock } from './factFindings.ts';

const COUNT = 1000;

test('a thousand packages, pinned, locked and all at fault, take no time to notice', () => {
  const names = Array.from({ length: COUNT }, (_, place) => `p${place}`);
  const versions = Array.from({ length: 100 }, (_, place) => release(`1.${place}`, { yanked: place === 5 ? 'bad' : null }));
  const texts = {
    'requirements.txt': names.map(name => `${name}==1.5 \\\n    --hash=sha256:${digest('x')}\n`).join(''),
    'uv.lock': uvLock(Object.fromEntries(names.map(name => [name, '1.6']))),
  };
  const facts = factsOf(texts, ...names.map(name => listed(name, versions, { advisories: [advisory('X', { affected: ['<1.7'] })] })));
  const started = performance.now();
  const count = factChecks.map(check => findingsIn(check, facts).length).reduce((sum, each) => sum + each);
  expect(performance.now() - started).toBeLessThan(5000);
  expect(count).toBe(COUNT * 4);
});
