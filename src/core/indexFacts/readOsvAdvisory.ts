import * as v from 'valibot';

import { normalizeName } from '../names/normalizeName.ts';
import { cvss3Severity } from './cvss3Severity.ts';
import { isPlainVersion } from './fileVersion.ts';
import type { Advisory } from './indexFacts.ts';
import { stretchesOf, type OsvEvent } from './osvStretches.ts';

const texts = v.fallback(v.array(v.string()), []);

const affectedSchema = v.object({
  package: v.fallback(v.object({ ecosystem: v.string(), name: v.string() }), { ecosystem: '', name: '' }),
  ranges: v.fallback(v.array(v.object({ type: v.string(), events: v.array(v.record(v.string(), v.string())) })), []),
  versions: texts,
});

const recordSchema = v.object({
  id: v.pipe(v.string(), v.maxLength(100)),
  aliases: texts,
  summary: v.fallback(v.string(), ''),
  published: v.fallback(v.nullable(v.string()), null),
  withdrawn: v.fallback(v.nullable(v.string()), null),
  severity: v.fallback(v.array(v.object({ type: v.string(), score: v.string() })), []),
  database_specific: v.fallback(v.object({ severity: v.fallback(v.nullable(v.string()), null) }), { severity: null }),
  credits: v.fallback(v.array(v.object({ name: v.string() })), []),
  affected: v.fallback(v.array(v.unknown()), []),
});

/**
 * Reads a record of OSV's schema for one project, by its normalised name. Null where it is none, was withdrawn, or is not
 * about that project.
 */
export function readOsvAdvisory(record: unknown, project: string): Advisory | null {
  const read = v.safeParse(recordSchema, record);
  if (!read.success || read.output.withdrawn !== null) return null;
  const { id, aliases, summary, published, severity, database_specific, credits } = read.output;
  const affected = read.output.affected.flatMap(each => affectedProject(each, project));
  if (affected.length === 0) return null;
  return {
    id,
    aliases: aliases.slice(0, 50),
    summary: summary.slice(0, 500),
    isMalware: [id, ...aliases].some(each => each.startsWith('MAL-')),
    severity: severityWord(database_specific.severity) ?? cvss3Severity(severity.find(({ type }) => type === 'CVSS_V3')?.score ?? ''),
    affected: affected.some(each => each.isAll) ? [] : affected.flatMap(each => each.specifiers),
    fixedIn: [...new Set(affected.flatMap(each => each.fixedIn))],
    publishedAt: timeOf(published),
    reportedBy: credits.map(({ name }) => name.slice(0, 60)),
  };
}

interface AffectedVersions {
  readonly isAll: boolean;
  readonly specifiers: readonly string[];
  readonly fixedIn: readonly string[];
}

function affectedProject(affected: unknown, project: string): readonly AffectedVersions[] {
  const read = v.safeParse(affectedSchema, affected);
  if (!read.success || read.output.package.ecosystem !== 'PyPI' || normalizeName(read.output.package.name) !== project) return [];
  const events = read.output.ranges.filter(({ type }) => type === 'ECOSYSTEM').flatMap(range => range.events);
  const stretches = stretchesOf(events satisfies readonly OsvEvent[]);
  const versions = read.output.versions.filter(isPlainVersion).map(version => `==${version}`);
  return [
    {
      isAll: stretches.includes('') || (stretches.length === 0 && versions.length === 0),
      // Where there are ranges the list only spells them out.
      specifiers: stretches.length > 0 ? stretches : versions,
      fixedIn: events.flatMap(event => event['fixed'] ?? []).filter(isPlainVersion),
    },
  ];
}

function severityWord(word: string | null): Advisory['severity'] {
  const known = ['low', 'moderate', 'high', 'critical'] as const;
  return known.find(each => each === word?.toLowerCase()) ?? (word?.toLowerCase() === 'medium' ? 'moderate' : null);
}

function timeOf(text: string | null): number | null {
  const time = text === null || text.length > 40 ? NaN : Date.parse(text);
  return Number.isNaN(time) ? null : time;
}
