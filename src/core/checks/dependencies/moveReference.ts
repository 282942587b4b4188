import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import type { Requirement } from '../../documents/requirement.ts';
import { editable } from '../../edits/editableDocument.ts';
import { removeRequirement } from '../../edits/requirementLineEdits.ts';
import { oncePerDocument } from '../../edits/oncePerDocument.ts';
import { elementAt } from '../../edits/tomlElements.ts';
import { appendElement } from '../../edits/tomlListEdits.ts';
import { addToTable } from '../../edits/tomlTableEdits.ts';
import type { TomlEntry } from '../../toml/scanToml.ts';
import type { DocumentFacts, Fix, TextEdit } from '../check.ts';
import { namesWithSource } from './namesWithSource.ts';
import { uvSource } from './uvSource.ts';

const GROUP = 'dev';

/** Takes an address out of the published metadata, to where it is not published. What is published then, a person has to see. */
export function moveReference({ documents, filesBeside }: DocumentFacts, requirement: Requirement): readonly Fix[] {
  const document = documents.find(({ file }) => file === requirement.file);
  if (!document || document.problems.length > 0) return [];
  const usesUv = filesBeside.includes('uv.lock') || hasUvTable(document);
  const toSources = usesUv ? moveToSources(document, requirement) : null;
  const toGroup = requirement.syntax === 'pep508' ? moveToGroup(document, requirement) : moveToPoetryGroup(document, requirement);
  return [
    fix(`Name ${requirement.name ?? 'it'} alone, and its address in tool.uv.sources`, toSources),
    fix(`Move to the dependency group "${GROUP}"`, toGroup),
  ].flat();
}

function fix(title: string, edits: readonly TextEdit[] | null): readonly Fix[] {
  return edits === null ? [] : [{ title, needsReview: true, edits }];
}

const hasUvTable = oncePerDocument(({ toml }) => {
  const places = [...(toml?.headers ?? []), ...(toml?.entries ?? [])];
  return places.some(({ path: [tool, name] }) => tool === 'tool' && name === 'uv');
});

function moveToSources(document: DependencyDocument, requirement: Requirement): readonly TextEdit[] | null {
  const { name, reference, syntax } = requirement;
  const source = reference && uvSource(reference);
  const alone = syntax === 'pep508' && withoutAddress(document, requirement);
  if (!name || !source || !alone) return null;
  if (namesWithSource(document).has(name)) return [alone];
  const added = addToTable(document, ['tool', 'uv', 'sources'], `${name} = ${source}`);
  return added && [alone, added];
}

/** `name[extra] @ address ; marker` without the address. */
function withoutAddress(document: DependencyDocument, { span, reference }: Requirement): TextEdit | null {
  const { text, lines, edit } = editable(document);
  const start = lines.offsetAt(span.start);
  const end = reference && lines.offsetAt(reference.span.end);
  const sign = text.indexOf('@', start);
  if (end === null || sign < 0 || sign >= end) return null;
  return edit(start + text.slice(start, sign).trimEnd().length, end, '');
}

function moveToGroup(document: DependencyDocument, requirement: Requirement): readonly TextEdit[] | null {
  const { text, lines } = editable(document);
  const element = elementAt(document, lines.offsetAt(requirement.span.start));
  const removed = removeRequirement(document, requirement);
  if (element === null || removed === null) return null;
  const value = text.slice(element.range.start, element.range.end);
  const list = devGroup(document);
  if (list) return [removed, appendElement(document, list, value)];
  const added = addToTable(document, ['dependency-groups'], `${GROUP} = [${value}]`);
  return added && [removed, added];
}

const devGroup = oncePerDocument(({ toml }) => {
  const isList = ({ kind, path }: TomlEntry) =>
    kind === 'list' && path.length === 2 && path[0] === 'dependency-groups' && path[1] === GROUP;
  return toml?.entries.find(isList) ?? null;
});

function moveToPoetryGroup(document: DependencyDocument, requirement: Requirement): readonly TextEdit[] | null {
  const removed = removeRequirement(document, requirement);
  const isOneLine = /^[^[{\r\n=]+=[^\r\n]*$/.test(requirement.raw);
  const added = isOneLine ? addToTable(document, ['tool', 'poetry', 'group', GROUP, 'dependencies'], requirement.raw) : null;
  return removed && added && [removed, added];
}
