import type { DependencyDocument } from '../documents/dependencyDocument.ts';

/** Works something out once for each document: a file may need a fix for each of its lines, and documents never change. */
export function oncePerDocument<T>(workOut: (document: DependencyDocument) => T): (document: DependencyDocument) => T {
  const known = new WeakMap<DependencyDocument, { readonly value: T }>();
  return document => {
    const kept = known.get(document) ?? { value: workOut(document) };
    known.set(document, kept);
    return kept.value;
  };
}
