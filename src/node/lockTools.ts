import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import type { LockTools } from '../app/ports.ts';
import { lastWords } from '../core/outcome/lastWords.ts';
import { packagingEnvironment } from '../system/personEnvironment.ts';
import { runProcess } from './runProcess.ts';

/** The person's own program, found on their `PATH`, in a folder that holds nothing but copies. */
export const lockTools: LockTools = {
  async run({ tool, files, output }, signal) {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'countersign-lock-')));
    try {
      await copyInto(folder, files);
      const lines: string[] = [];
      const environment = { ...packagingEnvironment(process.env), ...tool.environment, NO_COLOR: '1' };
      const request = {
        program: tool.program,
        args: tool.args,
        folder: join(folder, tool.folder),
        environment,
        onLine: (line: string) => void lines.push(line),
        signal,
      };
      const { exitCode } = await runProcess(request);
      if (exitCode === null)
        return { problem: `${tool.program} wrote this file, and is not on the PATH of VS Code. Install it, or add it to PATH.` };
      if (exitCode !== 0) return { problem: `${tool.program} could not lock again: ${lastWords(lines)}` };
      const text = await readFile(join(folder, output), 'utf8').catch(() => null);
      return text === null ? { problem: `${tool.program} has ended well, and written no ${output}.` } : { text };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** What lies outside of the project is left out: a copy cannot hold it. */
async function copyInto(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [file, text] of files) {
    if (file.startsWith('..') || file.startsWith('/')) continue;
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}
