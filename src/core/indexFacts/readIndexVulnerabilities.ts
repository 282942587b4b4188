import * as v from 'valibot';

import { isPlainVersion } from './fileVersion.ts';
import type { Advisory } from './indexFacts.ts';

const entrySchema = v.object({
  id: v.pipe(v.string(), v.maxLength(100)),
  aliases: v.fallback(v.array(v.string()), []),
  fixed_in: v.fallback(v.array(v.string()), []),
  summary: v.fallback(v.nullable(v.string()), null),
  withdrawn: v.fallback(v.nullable(v.string()), null),
});

/** The `vulnerabilities` of a release in an index's project JSON: they are of this version, and of no other as far as is told. Null where it is no such JSON. */
export function readIndexVulnerabilities(page: unknown, version: string): readonly Advisory[] | null {
  const read = v.safeParse(v.object({ vulnerabilities: v.array(v.unknown()) }), page);
  if (!read.success) return null;
  return read.output.vulnerabilities.flatMap(entry => {
    const known = v.safeParse(entrySchema, entry);
    if (!known.success || known.output.withdrawn !== null) return [];
    const { id, aliases, fixed_in, summary } = known.output;
    return {
      id,
      aliases: aliases.slice(0, 50),
      summary: (summary ?? '').slice(0, 500),
      isMalware: [id, ...aliases].some(each => each.startsWith('MAL-')),
      severity: null,
      affected: [`==${version}`],
      fixedIn: fixed_in.filter(isPlainVersion),
      publishedAt: null,
      reportedBy: [],
    };
  });
}
