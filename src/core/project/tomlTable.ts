/** A table of a TOML document as the parser makes it: without a prototype, so that no key of a file can reach one. */
export interface TomlTable {
  readonly [key: string]: unknown;
}

export function isTable(value: unknown): value is TomlTable {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === null;
}

/** What stands at the path of keys; undefined where nothing does, or a part of the path is no table. */
export function valueAt(document: TomlTable | null, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (isTable(value) ? value[key] : undefined), document);
}

export function tableAt(document: TomlTable | null, path: readonly string[]): TomlTable | null {
  const value = valueAt(document, path);
  return isTable(value) ? value : null;
}

/** Null where there is no text, or an empty one. */
export function textAt(document: TomlTable | null, path: readonly string[]): string | null {
  const value = valueAt(document, path);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The texts of a list; others in it are left out. */
export function textsAt(document: TomlTable | null, path: readonly string[]): readonly string[] {
  const value = valueAt(document, path);
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}
