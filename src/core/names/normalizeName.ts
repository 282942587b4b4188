/** The one spelling by which indexes compare names (PEP 503). */
export function normalizeName(name: string): string {
  return name.replace(/[-_.]+/g, '-').toLowerCase();
}

/** Whether PyPI takes it as a project's name (PEP 508, section Names): ASCII only, so no letter can pose as another. */
export function isValidName(name: string): boolean {
  return /^(?:[A-Z0-9]|[A-Z0-9][A-Z0-9._-]*[A-Z0-9])$/i.test(name);
}
