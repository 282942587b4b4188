import { compareVersions, isSameVersion } from '../versions/version.ts';
import type { Advisory } from './indexFacts.ts';

/** Whether an advisory speaks of a version: by the versions' order alone (OSV schema, `affected[].ranges`), so that a preview of the repaired version counts as affected. */
export function isAffected({ affected }: Advisory, version: string): boolean {
  return affected.length === 0 || affected.some(specifier => specifier.split(',').every(clause => holds(clause.trim(), version)));
}

function holds(clause: string, version: string): boolean {
  const [, operator, bound = ''] = /^(==|<=|>=|<|>)\s*(.+)$/.exec(clause) ?? [];
  if (operator === '==') return isSameVersion(version, bound);
  const order = compareVersions(version, bound);
  if (operator === '<=') return order <= 0;
  if (operator === '>=') return order >= 0;
  return operator === '<' ? order < 0 : operator === '>' && order > 0;
}
