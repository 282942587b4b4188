import type { DependencyDocument } from '../documents/dependencyDocument.ts';

/** Works something out once for each document: a file may need a fix for each of its lines, and documents never change. */
export function oncePerDocument<T>(workOut: (document: DependencyDocument) => T): (document: DependencyDocument) => T {
  return oncePer(workOut);
}

/** The same for all documents of a project as they are judged: several rules need it. */
export function oncePerProject<T>(
  workOut: (documents: readonly DependencyDocument[]) => T,
): (documents: readonly DependencyDocument[]) => T {
  return oncePer(workOut);
}

/** The same for whatever object a judgement hands its rules. */
export function oncePer<Key extends object, T>(workOut: (key: Key) => T): (key: Key) => T {
  const known = new WeakMap<Key, { readonly value: T }>();
  return key => {
    const kept = known.get(key) ?? { value: workOut(key) };
    known.set(key, kept);
    return kept.value;
  };
}
