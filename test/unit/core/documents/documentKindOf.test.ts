import { expect, test } from 'vitest';

import { documentKindOf } from '../../../../src/core/documents/documentKindOf.ts';

test.each([
  ['pyproject.toml', 'pyproject'],
  ['packages/demo/pyproject.toml', 'pyproject'],
  ['Pipfile', 'pipfile'],
  ['tools/release.py', 'script'],
  ['requirements.txt', 'requirements'],
  ['Requirements.TXT', 'requirements'],
  ['requirements-dev.txt', 'requirements'],
  ['requirements_dev.txt', 'requirements'],
  ['requirements.dev.txt', 'requirements'],
  ['requirements3.12.txt', 'requirements'],
  ['dev-requirements.txt', 'requirements'],
  ['test_requirements.txt', 'requirements'],
  ['requirement.txt', 'requirements'],
  ['requirements/base.txt', 'requirements'],
  ['requirements/static/py3.12/linux.txt', 'requirements'],
  ['constraints.txt', 'constraints'],
  ['build-constraints.txt', 'constraints'],
  ['constraints-3.12.txt', 'constraints'],
  ['requirements/constraints.txt', 'constraints'],
  ['constraints/linux.txt', 'constraints'],
  ['requirements.in', 'input'],
  ['requirements-dev.in', 'input'],
  ['constraints.in', 'input'],
  ['dev.in', 'input'],
  ['docs.in', 'input'],
  ['requirements/linux.in', 'input'],
])('%s is read as %s', (path, kind) => {
  expect(documentKindOf(path)).toBe(kind);
});

test.each([
  'README.md',
  'notes.txt',
  'requirements/README.txt',
  'my-requirements/notes.txt',
  'unrequirements.txt',
  'constrained.txt',
  'requirementsx/a.txt',
  'requirements.md',
  'MANIFEST.in',
  'requirements/MANIFEST.in',
  'config.h.in',
  'requirements/version.py.in',
  'setup.cfg.in',
  'Makefile.in',
  'pipfile',
  'Pipfile.lock',
  'pyproject.toml.txt',
  '.txt',
  '.py',
  '',
])('%j names no dependencies', path => {
  expect(documentKindOf(path)).toBeNull();
});
