import { describe, expect, test } from 'vitest';

import { catalogue } from '../../src/core/checks/catalogue.ts';
import { ruleUrl } from '../../src/core/checks/ruleUrl.ts';
import { rulePages } from '../../scripts/lib/rulePages.mjs';
import { withRuleTable } from '../../scripts/lib/ruleTables.mjs';
import { filesIn, textOf } from './repositoryFiles.ts';

/** Where one of these fails, "npm run docs" writes the documentation anew. */

const pages = rulePages(catalogue);

test('there is a page for each rule, a list of all, and nothing else', () => {
  expect(filesIn('docs/rules').toSorted()).toEqual([...pages.keys()].map(name => `docs/rules/${name}`).toSorted());
});

test.each([...pages])('docs/rules/%s is what the rule says', (name, text) => {
  expect(textOf(`docs/rules/${name}`)).toBe(text);
});

test('the README lists the rules', () => {
  const readme = textOf('README.md');
  expect(readme).toBe(withRuleTable(readme, catalogue));
});

test('the address of a rule’s page is in the repository that package.json names', () => {
  const { repository } = JSON.parse(textOf('package.json')) as { readonly repository: { readonly url: string } };
  const folder = `${repository.url.replace(/\.git$/, '')}/blob/main/docs/rules/`;
  expect(ruleUrl('dep/no-lower-bound')).toBe(`${folder}dep-no-lower-bound.md`);
  expect(ruleUrl(null)).toBe(`${folder}README.md`);
});

describe('every rule is explained', () => {
  test.each(catalogue.map(rule => [rule.id, rule] as const))('%s', (_, { title, documentation }) => {
    expect(title).toMatch(/^\S.*[^.\s]$/);
    for (const text of [documentation.what, documentation.why, documentation.mend]) expect(text).toMatch(/^[^\r\n]{20,}[.:)]$/);
    for (const text of documentation.sources) expect(text).toMatch(/^https:\/\/\S+$|^[^\s<].*$/);
  });
});
