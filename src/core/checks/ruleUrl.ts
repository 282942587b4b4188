import type { CheckId } from './check.ts';

const FOLDER = 'https://github.com/countersign/countersign/blob/main/docs/rules/';

/** The page that explains a rule; null gives the list of all. */
export function ruleUrl(rule: CheckId | null): string {
  return FOLDER + rulePage(rule);
}

/** The page's file below `docs/rules/`. */
export function rulePage(rule: CheckId | null): string {
  return rule === null ? 'README.md' : `${rule.replaceAll('/', '-')}.md`;
}
