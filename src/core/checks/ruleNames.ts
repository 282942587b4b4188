import { visibleText } from '../text/visibleText.ts';
import { checkIds, type CheckId } from './check.ts';

export function isCheckId(name: string): name is CheckId {
  return checkIds.some(id => id === name);
}

/** A fault in what Countersign itself reads must be seen, or a project could be silent by being broken. */
export function canBeSilenced(rule: CheckId): boolean {
  return rule !== 'toml/syntax' && !rule.startsWith('config/');
}

/** Why nothing is silenced by this name; null where a rule is. */
export function silencingProblem(name: string): string | null {
  if (!isCheckId(name)) return `"${visibleText(name)}" is no rule of Countersign, so nothing is silenced by it.`;
  return canBeSilenced(name) ? null : `${name} cannot be silenced: it tells what Countersign cannot read or follow.`;
}
