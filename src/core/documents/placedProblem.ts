import type { SyntaxProblem } from '../requirements/parsedRequirement.ts';
import type { TomlEntry } from '../toml/scanToml.ts';
import type { PlacedToml } from './placedToml.ts';
import type { RequirementProblem } from './requirement.ts';
import { contentRange } from './contentRange.ts';

/** A fault in the text of a TOML string, at its place in the file. */
export function placedProblem(source: PlacedToml, entry: TomlEntry, { message, range, repair }: SyntaxProblem): RequirementProblem {
  const spanOf = ({ start, end }: SyntaxProblem['range']) => source.spanOf(entry.rangeOf(start, end));
  const edits = repair && [{ file: source.file, span: spanOf(repair.range), newText: repair.newText }];
  return problemInString(source, entry, { message, span: spanOf(range), repair: repair && edits && { title: repair.title, edits } });
}

/** Makes a fault one that can be seen, and its repair one that leaves the string whole. */
export function problemInString(source: PlacedToml, entry: TomlEntry, { message, span, repair }: RequirementProblem): RequirementProblem {
  const { start, end } = span;
  const isSeen = String(entry.value).trim() !== '' && start.line === end.line && start.character < end.character;
  const quote = source.text.charAt(entry.range.start);
  const edits = repair?.edits.map(edit => ({ ...edit, newText: insideString(quote, edit.newText) })) ?? [];
  return { message, span: isSeen ? span : source.spanOf(contentRange(entry)), repair: repair && { title: repair.title, edits } };
}

/** A requirement may be written with either quotation mark: it takes the one that does not end the string. */
function insideString(quote: string, text: string): string {
  return quote === "'" ? text.replaceAll("'", '"') : text.replaceAll('\\', '\\\\').replaceAll('"', "'");
}
