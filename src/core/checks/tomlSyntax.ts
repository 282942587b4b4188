import type { Check } from './check.ts';

/** Every tool that reads the file stops at such a fault, the build as well. */
export const tomlSyntax: Check<'document'> = {
  id: 'toml/syntax',
  title: 'pyproject.toml is valid TOML',
  severity: { library: 'error', application: 'error' },
  needs: ['document'],
  *run({ document: { pyproject } }) {
    for (const { message, range } of pyproject?.problems ?? []) yield { message, file: 'pyproject.toml', span: range };
  },
};
