import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import { keyPartRange } from '../../documents/keyPartRange.ts';
import type { Requirement } from '../../documents/requirement.ts';
import { editable, type EditableDocument } from '../../edits/editableDocument.ts';
import { normalizeName } from '../../names/normalizeName.ts';
import type { Range } from '../../toml/scanToml.ts';
import type { Fix, TextEdit } from '../check.ts';
import type { WrittenName } from './writtenName.ts';

/**
 * Writes the other name instead. Extras, specifier and marker stay, hashes go: they are of the other project's files. A
 * person has to choose it, since another project gets installed. Null where that is not one change: the name is written with
 * escapes, or the table has the other name already.
 */
export function replaceNameFix(written: WrittenName, document: DependencyDocument, target: string): Fix | null {
  const { requirement, name, span } = written;
  const inside = editable(document);
  const range = { start: inside.lines.offsetAt(span.start), end: inside.lines.offsetAt(span.end) };
  if (normalizeName(inside.text.slice(range.start, range.end)) !== name) return null;
  if (isKeyTaken(requirement, document, target)) return null;
  const names = requirement.syntax === 'pep508' ? [range] : keysLike(range, document);
  const edits = names.map(({ start, end }) => inside.edit(start, end, target));
  return {
    title: `Replace with "${target}"`,
    needsChoice: true,
    edits: [...edits, ...requirement.hashes.map(hash => withoutHash(inside, hash.span))],
  };
}

/** The same key twice is no TOML. */
function isKeyTaken({ syntax, section }: Requirement, { requirements }: DependencyDocument, target: string): boolean {
  return syntax !== 'pep508' && requirements.some(other => other.section === section && other.name === target);
}

/** Everywhere that the key is written: dotted keys repeat it, `name.version = …` and `name.extras = …`. */
function keysLike(first: Range, { text, toml }: DependencyDocument): readonly Range[] {
  const keys = [...(toml?.entries ?? []), ...(toml?.headers ?? []).map(({ path, range }) => ({ path, keyRange: range }))];
  const own = keys.find(({ keyRange }) => keyRange !== null && keyRange.start <= first.start && first.end <= keyRange.end);
  const depth = own?.path.findIndex((_, place) => isPlace(partOf(own, place, text), first)) ?? -1;
  if (own === undefined || depth < 0) return [first];
  const isSame = ({ path }: Keyed): boolean => own.path.slice(0, depth + 1).every((part, place) => path[place] === part);
  return keys.filter(isSame).flatMap(key => partOf(key, depth, text) ?? []);
}

interface Keyed {
  readonly path: readonly (string | number)[];
  readonly keyRange: Range | null;
}

/** Where the part of a path is written, in the key itself; null where a header before it has it. */
function partOf({ path, keyRange }: Keyed, place: number, text: string): Range | null {
  return keyRange && keyPartRange(text, keyRange, path.slice(place + 1).filter(part => typeof part === 'string').length);
}

function isPlace(one: Range | null, other: Range): boolean {
  return one?.start === other.start && one.end === other.end;
}

/** With the blanks and continued line ends before it. */
function withoutHash(inside: EditableDocument, span: Requirement['span']): TextEdit {
  let start = inside.lines.offsetAt(span.start);
  while (start > 0 && ' \t\f\\\r\n'.includes(inside.text.charAt(start - 1))) start -= 1;
  return inside.edit(start, inside.lines.offsetAt(span.end), '');
}
