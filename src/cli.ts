#!/usr/bin/env node
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';

import { factGatherer } from './app/factGatherer.ts';
import { Failure } from './core/failure.ts';
import { createFiles } from './node/files.ts';
import { openIndexPorts, personalCacheFolder } from './node/indexPorts.ts';
import { projectFiles } from './node/projectFiles.ts';
import { shippedNames } from './node/shippedNames.ts';
import { systemClock } from './node/systemClock.ts';
import { main } from './terminal/main.ts';
import { exitCode, type Surroundings } from './terminal/surroundings.ts';

declare const __VERSION__: string;

const userAgent = `countersign/${__VERSION__}`;

const surroundings: Surroundings = {
  files: { ...projectFiles, findProjectFolders: createFiles(join(tmpdir(), 'countersign')).findProjectFolders },
  gather: index => factGatherer(openIndexPorts(personalCacheFolder(), userAgent), index),
  cancelled: new AbortController().signal,
  now: () => systemClock.now(),
  version: __VERSION__,
  coloured: process.stdout.isTTY && !process.env['NO_COLOR'],
  readInput: () => text(process.stdin),
  names: shippedNames(join(__dirname, 'names.txt.br')),
  writeOutput: words => process.stdout.write(words),
  writeError: words => process.stderr.write(words),
  absolutePath: path => resolve(path),
  kindOf,
  parseArguments: (words, options) => {
    try {
      return parseArgs({ args: [...words], options, allowPositionals: true });
    } catch (error) {
      return { problem: error instanceof Error ? error.message : String(error) };
    }
  },
};

async function kindOf(path: string): Promise<'file' | 'folder' | 'missing'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR')) return 'missing';
    throw new Failure('files-unreadable', `${path}: it cannot be opened.`, { cause });
  }
}

// A reader that has seen enough, such as `head`, is no fault of ours.
process.stdout.once('error', () => process.exit(exitCode.notDone));
process.once('SIGINT', () => process.exit(exitCode.cancelled));
main(process.argv.slice(2), surroundings).then(
  // Set, not exited with: what is still on its way into a pipe is written first.
  code => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`countersign: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = exitCode.notDone;
  },
);
