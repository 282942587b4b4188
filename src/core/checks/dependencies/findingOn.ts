import type { Requirement } from '../../documents/requirement.ts';
import type { Span } from '../../text/span.ts';
import { visibleText } from '../../text/visibleText.ts';
import type { Finding } from '../check.ts';

/** A finding about a requirement as a whole, with the package that it names. */
export function findingOn(
  requirement: Requirement,
  finding: Omit<Finding, 'file' | 'span' | 'package'> & { readonly span?: Span },
): Finding {
  const { file, span, name } = requirement;
  return { file, span, ...(name !== null && { package: name }), ...finding };
}

/** What a person calls it: its name, or what stands there. */
export function titleOf({ name, reference, raw }: Requirement): string {
  return name ?? visibleText(reference?.url ?? raw);
}
