import type { DependencyDocument, FileInclude } from '../../documents/dependencyDocument.ts';
import type { Requirement } from '../../documents/requirement.ts';
import { oncePerProject } from '../../edits/oncePerDocument.ts';

/** What one `pip install -r FILE` reads: the file that no other includes, and all that it includes. */
export interface Install {
  /** In the order in which an installer reads them. */
  readonly requirements: readonly Requirement[];
  readonly constraints: readonly Requirement[];
  /** Whether installers ask for a hash of everything: where one requirement has a hash, or an option says so. */
  readonly isHashChecked: boolean;
}

/** Of the files of one kind: those to install from, or those that a compiler takes. */
export function installsOf(documents: readonly DependencyDocument[], kind: 'requirements' | 'input'): readonly Install[] {
  return kind === 'requirements' ? ofRequirements(documents) : ofInputs(documents);
}

const ofRequirements = oncePerProject(documents => readInstalls(documents, 'requirements'));
const ofInputs = oncePerProject(documents => readInstalls(documents, 'input'));

function readInstalls(documents: readonly DependencyDocument[], kind: 'requirements' | 'input'): readonly Install[] {
  const files = new Map(documents.map(document => [document.file, document]));
  const own = documents.filter(document => document.kind === kind);
  const included = new Set(own.flatMap(includedBy));
  const read = new Set<string>();
  const roots = own.filter(({ file }) => !included.has(file)).map(root => readInstall(root, files, read));
  const circular = own.flatMap(root => (read.has(root.file) ? [] : [readInstall(root, files, read)]));
  return [...roots, ...circular];
}

/** What a file only takes constraints from may be installed by itself. */
function includedBy({ file, includes }: DependencyDocument): readonly (string | null)[] {
  return includes.filter(({ kind, target }) => kind === 'requirements' && target !== file).map(({ target }) => target);
}

type Files = ReadonlyMap<string, DependencyDocument>;

/** Adds the files whose requirements it holds to `read`. */
function readInstall(root: DependencyDocument, files: Files, read: Set<string>): Install {
  const requirements: Requirement[] = [];
  const constraints: Requirement[] = [];
  const seen = { requirements: new Set<DependencyDocument>(), constraints: new Set<DependencyDocument>() };
  const left: Part[] = [{ kind: 'requirements', document: root }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if ('requirement' in next) (next.kind === 'requirements' ? requirements : constraints).push(next.requirement);
    else if (!seen[next.kind].has(next.document)) {
      seen[next.kind].add(next.document);
      left.push(...partsOf(next.document, next.kind, files).toReversed());
    }
  }
  for (const { file } of seen.requirements) read.add(file);
  const isAsked = [...seen.requirements].some(({ options }) => options.some(({ name }) => name === '--require-hashes'));
  return { requirements, constraints, isHashChecked: isAsked || requirements.some(({ hashes }) => hashes.length > 0) };
}

type Part = { readonly kind: FileInclude['kind'] } & ({ readonly document: DependencyDocument } | { readonly requirement: Requirement });

/** What a constraints file includes are constraints. */
function partsOf({ requirements, includes }: DependencyDocument, kind: FileInclude['kind'], files: Files): readonly Part[] {
  const own = requirements.map(requirement => ({ line: requirement.span.start.line, part: { kind, requirement } }));
  const others = includes.flatMap(({ target, kind: as, span }) => {
    const document = files.get(target ?? '');
    return document === undefined ? [] : [{ line: span.start.line, part: { kind: kind === 'constraints' ? kind : as, document } }];
  });
  return [...own, ...others].sort((one, other) => one.line - other.line).map(({ part }) => part);
}
