/**
 * Where an `-r` or `-c` leads: relative to the folder of the file that names it. Null where that is no file of
 * the project that can be had without asking the world: an address, a variable, an absolute path.
 */
export function includeTarget(from: string, written: string): string | null {
  const path = written.replaceAll('\\', '/');
  if (path === '' || path.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(path) || /\$\{[A-Z0-9_]+\}/.test(path)) return null;
  const folder = from.split('/').slice(0, -1);
  return normalized([...folder, ...path.split('/')]);
}

/** Steps above the project's folder are kept at the front: such a file may still be read. */
function normalized(steps: readonly string[]): string | null {
  const path: string[] = [];
  for (const step of steps) {
    if (step === '' || step === '.') continue;
    if (step === '..' && path.length > 0 && path.at(-1) !== '..') path.pop();
    else path.push(step);
  }
  return path.length === 0 ? null : path.join('/');
}
