import { join } from 'node:path';

import { cacheFolder } from '../../../scripts/lib/cacheFolder.mjs';
import { findPython } from '../../../scripts/lib/findPython.mjs';
import { installOnce } from '../../../scripts/lib/installOnce.mjs';
import { runProgram } from '../../../scripts/lib/runProgram.mjs';

const VERSION = '0.13.9';

/** The folder of a real uv, which is installed into the cache once: for the PATH of whoever runs it. */
export async function realUv(): Promise<string> {
  const folder = cacheFolder('tools', `uv-${VERSION}`);
  await installOnce(
    folder,
    () => undefined,
    async fresh => {
      const { executable } = await findPython();
      const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps', '--only-binary', ':all:'];
      await runProgram(executable, [...pip, '--target', fresh, `uv==${VERSION}`], { cwd: fresh });
    },
  );
  return join(folder, 'bin');
}
