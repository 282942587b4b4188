import { wholeFile } from '../text/span.ts';
import type { DependencyDocument, DocumentKind } from './dependencyDocument.ts';
import { nothingRead } from './nothingRead.ts';
import type { Requirement, RequirementRole } from './requirement.ts';

/** A file whose text could not be had: nothing is known of it, and `problem` says why. */
export function unreadDocument(file: string, kind: DocumentKind, problem: string): DependencyDocument {
  const role = roles[kind];
  return {
    file,
    kind,
    text: '',
    requirements: role === null ? [] : [unreadRequirement(file, kind, role, problem)],
    problems: role === null ? [{ message: problem, range: wholeFile }] : [],
    indexes: [],
    suppressions: [],
    includes: [],
    groups: [],
    options: [],
    toml: null,
  };
}

/** Files without a grammar of their own to be broken: what is wrong with them is a requirement that cannot be read. */
const roles: Readonly<Record<DocumentKind, RequirementRole | null>> = {
  pyproject: null,
  pipfile: null,
  requirements: 'requirements',
  constraints: 'constraint',
  input: 'input',
  script: 'script',
};

function unreadRequirement(file: string, section: string, role: RequirementRole, message: string): Requirement {
  return {
    file,
    section,
    role,
    syntax: 'pep508',
    raw: '',
    span: wholeFile,
    ...nothingRead,
    problem: { message, span: wholeFile, repair: null },
    hashes: [],
    isEditable: false,
  };
}
