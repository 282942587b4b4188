import { normalizeName } from '../names/normalizeName.ts';
import { isMarkerValid } from '../requirements/marker.ts';
import { pinOf } from '../requirements/pinClass.ts';
import { quoted } from '../requirements/syntaxProblem.ts';
import type { Range } from '../toml/scanToml.ts';
import { readBareReference } from './bareReference.ts';
import type { SpanOf } from './fileLine.ts';
import { placedReference } from './placedReference.ts';
import type { RequirementText } from './requirementText.ts';

/** A requirement that is an address or a path with no name before it; null where it is one by name. */
export function readUnnamed(text: string, isEditable: boolean, spanOf: SpanOf): RequirementText | null {
  const bare = readBareReference(text, isEditable);
  if (bare === null) return null;
  const cut = ({ start, end }: Range) => text.slice(start, end);
  const reference = placedReference(text, bare.target, spanOf);
  const marker = bare.marker === null ? null : cut(bare.marker);
  const isMarkerBroken = marker !== null && !isMarkerValid(marker);
  return {
    name: bare.name === null ? null : normalizeName(cut(bare.name)),
    nameSpan: bare.name === null ? null : spanOf(bare.name),
    extras: bare.extras === null ? [] : splitExtras(cut(bare.extras)),
    specifier: '',
    clauses: [],
    specifierSpan: null,
    reference,
    marker,
    pin: pinOf([], reference),
    problem: isMarkerBroken ? { message: `${quoted(marker)} is no marker.`, span: spanOf(bare.marker ?? bare.target), repair: null } : null,
  };
}

function splitExtras(written: string): readonly string[] {
  return written
    .split(',')
    .map(extra => extra.trim())
    .filter(extra => extra !== '');
}
