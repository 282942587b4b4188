import type { DocumentFacts, Facts } from '../../../../src/core/checks/check.ts';
import type { DependencyDocument } from '../../../../src/core/documents/dependencyDocument.ts';
import { documentKindOf } from '../../../../src/core/documents/documentKindOf.ts';
import { readDocument } from '../../../../src/core/documents/readDocument.ts';
import { lockKindOf, readLock } from '../../../../src/core/locks/readLock.ts';
import { readPyproject } from '../../../../src/core/project/pyproject.ts';

export type Texts = Readonly<Record<string, string>>;
export type OfflineFacts = Pick<Facts, 'document' | 'lock'>;

/** What is gathered of a project with these files, by their path; each is read as what its name says. */
export function projectFacts(texts: Texts, others: Partial<DocumentFacts> = {}): OfflineFacts {
  const files = Object.entries(texts);
  const lock = files.flatMap(([file, text]) => {
    const kind = lockKindOf(file);
    return kind === null ? [] : [readLock(file, kind, text)];
  });
  const { 'pyproject.toml': pyproject } = texts;
  const document: DocumentFacts = {
    pyproject: pyproject === undefined ? null : readPyproject(pyproject),
    documents: readDocuments(files),
    filesBeside: Object.keys(texts).filter(file => !file.includes('/')),
    pinning: 'advice',
    ownVersion: '0.1.0',
    ...others,
  };
  return { document, lock };
}

function readDocuments(files: readonly (readonly [string, string])[]): readonly DependencyDocument[] {
  return files.flatMap(([file, text]) => {
    const kind = documentKindOf(file) ?? (file.endsWith('.txt') ? 'requirements' : null);
    return (kind === null ? null : readDocument(file, kind, text)) ?? [];
  });
}
