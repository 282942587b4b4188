import { dirname } from 'node:path';

import { networkEnvironment } from '../../system/personEnvironment.ts';

/** Wide enough that twine's output is not broken into lines in the middle of a word that has to be recognised. */
const COLUMNS = '1000';

/** All that the launcher gets to see: `TWINE_…`, `PYTHON…` and whatever else is set stays outside. */
export function launcherEnvironment(
  own: Readonly<Record<string, string | undefined>>,
  python: string,
  privateFolder: string,
): Record<string, string> {
  const homes = ['HOME', 'USERPROFILE', 'TMPDIR', 'TEMP', 'TMP'].map(name => [name, privateFolder] as const);
  const places = { ...Object.fromEntries(homes), PATH: dirname(python) };
  return { ...networkEnvironment(own), ...systemRoot(own), ...places, COLUMNS, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
}

/** Without it Python has no sockets on Windows. */
function systemRoot(own: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return own['SystemRoot'] === undefined ? {} : { SystemRoot: own['SystemRoot'] };
}
