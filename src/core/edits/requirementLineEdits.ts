import type { TextEdit } from '../checks/check.ts';
import type { DependencyDocument } from '../documents/dependencyDocument.ts';
import type { Requirement } from '../documents/requirement.ts';
import { editable, type EditableDocument } from './editableDocument.ts';
import { elementAt } from './tomlElements.ts';
import { removeElement } from './tomlListEdits.ts';

/** Takes a requirement out of its file; null where it cannot be had without a look at the rest. */
export function removeRequirement(document: DependencyDocument, requirement: Requirement): TextEdit | null {
  if (document.toml === null) return removeLogicalLine(editable(document), requirement);
  const inside = editable(document);
  const element = elementAt(document, inside.lines.offsetAt(requirement.span.start));
  if (element !== null) return removeElement(document, element);
  return removeKeyLine(inside, requirement);
}

/** With its continued lines, and the indented comments below it that compilers leave ("# via"). */
function removeLogicalLine(inside: EditableDocument, { span }: Requirement): TextEdit {
  const start = inside.lineStart(inside.lines.offsetAt(span.start));
  let end = inside.lines.offsetAt(span.end);
  while (inside.text[inside.lineStop(end) - 1] === '\\' && inside.nextLine(end) < inside.text.length) end = inside.nextLine(end);
  end = inside.nextLine(end);
  while (end < inside.text.length && /^[ \t]+#/.test(inside.text.slice(end, inside.lineStop(end)))) end = inside.nextLine(end);
  return inside.edit(start, end, '');
}

/** Of a table where names are keys: the whole lines, where nothing else stands on them. */
function removeKeyLine(inside: EditableDocument, { span }: Requirement): TextEdit | null {
  const [start, end] = [inside.lines.offsetAt(span.start), inside.lines.offsetAt(span.end)];
  const [lineStart, lineStop] = [inside.lineStart(start), inside.lineStop(end)];
  const isAlone = inside.text.slice(lineStart, start).trim() === '' && /^[ \t]*(?:#.*)?$/.test(inside.text.slice(end, lineStop));
  return isAlone ? inside.edit(lineStart, inside.nextLine(end), '') : null;
}
