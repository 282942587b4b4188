import type { RangeRepair } from '../requirements/parsedRequirement.ts';
import type { TomlEntry } from '../toml/scanToml.ts';
import type { PlacedToml } from './placedToml.ts';
import { nothingRead } from './nothingRead.ts';
import type { Requirement } from './requirement.ts';
import type { RequirementPlace } from './textRequirement.ts';

/** What stands where a requirement should, and is none. The repair's range is of the TOML text. */
export function unreadableRequirement(
  source: PlacedToml,
  entry: TomlEntry,
  place: RequirementPlace,
  message: string,
  repair: RangeRepair | null,
): Requirement {
  const span = source.spanOf(entry.range);
  const fix = repair && {
    title: repair.title,
    edits: [{ file: source.file, span: source.spanOf(repair.range), newText: repair.newText }],
  };
  return {
    file: source.file,
    section: place.section,
    role: place.role,
    syntax: 'pep508',
    raw: source.text.slice(entry.range.start, entry.range.end),
    span,
    ...nothingRead,
    problem: { message, span, repair: fix },
    hashes: [],
    isEditable: false,
  };
}
