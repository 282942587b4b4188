import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { packedExtension } from '../../scripts/lib/packedExtension.mjs';
import { projectRoot } from '../../scripts/lib/projectRoot.mjs';
import { ensurePython } from '../../scripts/lib/python.mjs';
import { runProgram } from '../../scripts/lib/runProgram.mjs';

/** The extension as people get it: what is measured is what ships, whatever lies in `dist`. */
export interface PackedExtension {
  readonly vsix: string;
  readonly bytes: number;
  /** Its `dist` folder, unpacked. */
  readonly dist: string;
  /** An interpreter with exactly the packages of the lock, and the environment's folder. */
  readonly python: string;
  remove(): Promise<void>;
}

export async function unpackExtension(): Promise<PackedExtension> {
  const { python } = await ensurePython(projectRoot, console.log);
  const vsix = await packedExtension(projectRoot, console.log);
  const folder = await mkdtemp(join(tmpdir(), 'countersign-bench-'));
  await runProgram(python, ['-I', '-m', 'zipfile', '-e', vsix, folder]);
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  return { vsix, bytes: (await stat(vsix)).size, dist: join(folder, 'extension', 'dist'), python, remove };
}
