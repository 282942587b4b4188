import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { projectRoot } from '../../../scripts/lib/projectRoot.mjs';
import { ensurePython } from '../../../scripts/lib/python.mjs';

/** twine as people run it: from the project's folder, the token in the environment. Resolves when it has ended, however. */
export async function naiveTwine(folder: string, args: readonly string[], environment: Readonly<Record<string, string>>): Promise<string> {
  const { python } = await ensurePython(projectRoot);
  const options = { cwd: folder, env: { PATH: process.env['PATH'] ?? '', ...environment } };
  return new Promise(resolve => {
    execFile(python, ['-m', 'twine', 'upload', '--non-interactive', ...args], options, (_error, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
}

/** A wheel by the project's own backend, without the isolation of a build. */
export async function carelessWheel(folder: string): Promise<string> {
  const { python } = await ensurePython(projectRoot);
  const { stdout } = await promisify(execFile)(python, ['-c', 'import backend; print(backend.build_wheel("."))'], { cwd: folder });
  return join(folder, stdout.trim());
}
