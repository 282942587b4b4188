import type { TextEdit } from '../checks/check.ts';
import type { DependencyDocument } from '../documents/dependencyDocument.ts';
import type { Range, TomlEntry } from '../toml/scanToml.ts';
import { editable, type EditableDocument } from './editableDocument.ts';
import { elementsOf } from './tomlElements.ts';

const COMMA_AFTER = /^[ \t]*,/;
const REST_OF_LINE = /^[ \t]*(?:,[ \t]*)?(?:#[^\r\n]*)?$/;
/** In a script's metadata (PEP 723) every line is a comment. */
const BEFORE_ALONE = /^#?[ \t]*$/;

/** Takes an element out of its list: with its line where it stands alone there, else with one of its commas. */
export function removeElement(document: DependencyDocument, element: TomlEntry): TextEdit {
  const inside = editable(document);
  const { start, end } = rangeToRemove(inside, element.range, neighbours(document, element));
  return inside.edit(start, end, '');
}

/** Puts a value, as TOML, at the end of a list, in the list's own manner. */
export function appendElement(document: DependencyDocument, list: TomlEntry, value: string): TextEdit {
  const inside = editable(document);
  const last = elementsOf(document, list.path).at(-1);
  if (last === undefined) return inside.edit(list.range.start + 1, list.range.start + 1, value);
  const { start, end } = last.range;
  const comma = COMMA_AFTER.exec(inside.text.slice(end, inside.lineStop(end)))?.[0].length ?? 0;
  const stop = inside.lineStop(end);
  const isOneToALine = inside.lineStart(start) > list.range.start && stop < list.range.end;
  if (!isOneToALine) return inside.edit(end, end, `, ${value}`);
  const indent = /^[ \t]*/.exec(inside.text.slice(inside.lineStart(start), start))?.[0] ?? '';
  const rest = (comma > 0 ? '' : ',') + inside.text.slice(end, stop);
  return inside.edit(end, stop, `${rest}${inside.lineEnding}${indent}${value},`);
}

interface Neighbours {
  readonly previous: Range | undefined;
  readonly next: Range | undefined;
}

function neighbours(document: DependencyDocument, element: TomlEntry): Neighbours {
  const all = elementsOf(document, element.path.slice(0, -1));
  const place = all.indexOf(element);
  return { previous: all[place - 1]?.range, next: all[place + 1]?.range };
}

function rangeToRemove(inside: EditableDocument, { start, end }: Range, { previous, next }: Neighbours): Range {
  const [lineStart, lineStop] = [inside.lineStart(start), inside.lineStop(end)];
  const isAlone = BEFORE_ALONE.test(inside.text.slice(lineStart, start)) && REST_OF_LINE.test(inside.text.slice(end, lineStop));
  if (isAlone) return { start: lineStart, end: inside.nextLine(end) };
  if (next !== undefined && next.start < lineStop) return { start, end: next.start };
  if (previous !== undefined && previous.end > lineStart) return { start: previous.end, end };
  return { start, end: end + (COMMA_AFTER.exec(inside.text.slice(end, lineStop))?.[0].length ?? 0) };
}
