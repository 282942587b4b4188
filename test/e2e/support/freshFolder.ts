import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** A folder of a test's own, gone when the test is. */
export interface FreshFolder {
  readonly root: string;
  /** Copies a folder in and gives the copy: the editor saves by itself, so fixtures are never opened where they lie. */
  take(folder: string): Promise<string>;
  remove(): Promise<void>;
}

export async function freshFolder(): Promise<FreshFolder> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'countersign-e2e-')));
  return {
    root,
    take: async folder => {
      const copy = join(root, basename(folder));
      await cp(folder, copy, { recursive: true });
      return copy;
    },
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}
