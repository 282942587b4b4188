import type { Advisory, PackageFacts } from '../../indexFacts/indexFacts.ts';
import { sentence } from '../../text/sentence.ts';
import { visibleText } from '../../text/visibleText.ts';

const MOST_IDS = 3;
const LONGEST_REASON = 200;

/** A package, with its version where one is meant: "idna 3.10". */
export function packageWords({ name }: PackageFacts, version: string | null): string {
  return visibleText(version === null ? name : `${name} ${version}`);
}

/** Ids of advisories, the gravest first, each with its CVE; a few of them, and how many more. */
export function advisoryWords(advisories: readonly Advisory[]): string {
  const sorted = advisories.toSorted((one, other) => rank(one) - rank(other) || compareText(one.id, other.id));
  const more = sorted.length - MOST_IDS;
  return sorted.slice(0, MOST_IDS).map(idWords).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** What someone else wrote, as a sentence behind a colon; empty where they wrote nothing. */
export function quotedReason(reason: string | null): string {
  const text = sentence((reason ?? '').slice(0, LONGEST_REASON));
  return text === '' ? '.' : `: ${text}`;
}

function idWords({ id, aliases, severity }: Advisory): string {
  const cve = id.startsWith('CVE-') ? undefined : aliases.find(alias => alias.startsWith('CVE-'));
  const notes = [cve, severity].filter(note => note !== undefined && note !== null);
  return visibleText(notes.length === 0 ? id : `${id} (${notes.join(', ')})`);
}

function rank({ severity }: Advisory): number {
  return severity === null ? 4 : ['critical', 'high', 'moderate', 'low'].indexOf(severity);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
