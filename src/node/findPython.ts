import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Failure } from '../core/failure.ts';
import { packagingEnvironment } from '../system/personEnvironment.ts';
import { runProcess } from './runProcess.ts';

/** An interpreter, as it names itself. */
export interface Python {
  /** Absolute, behind every shim and link of a version manager. */
  readonly executable: string;
  /** `3.12.1`. */
  readonly version: string;
}

interface Candidate extends Python {
  readonly recent: boolean;
  readonly hasEnsurepip: boolean;
}

const OLDEST = '3.10';
const QUESTION = [
  'import json, os, sys, importlib.util as u',
  `print(json.dumps({"executable": os.path.realpath(sys.executable), "version": "%d.%d.%d" % sys.version_info[:3], "recent": sys.version_info >= (3, 10), "hasEnsurepip": u.find_spec("ensurepip") is not None}))`,
].join('\n');

/**
 * The first Python that can make our environment. Asked from an empty folder: a `.python-version` in a workspace
 * redirects version managers.
 */
export async function findPython(chosen: string | null, signal: AbortSignal): Promise<Python> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-'));
  try {
    const found: Candidate[] = [];
    for (const command of chosen === null ? candidates() : [[chosen]]) {
      const candidate = await ask(command, folder, signal);
      if (candidate?.recent && candidate.hasEnsurepip) return candidate;
      if (candidate) found.push(candidate);
    }
    throw failureOf(found, chosen);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function candidates(): readonly (readonly string[])[] {
  if (process.platform === 'win32') return [['py', '-3'], ['python'], ['python3']];
  const versions = ['3.14', '3.13', '3.12', '3.11', '3.10'].map(version => [`python${version}`]);
  return [['python3'], ...versions, ['/usr/bin/python3'], ['python']];
}

async function ask(command: readonly string[], folder: string, signal: AbortSignal): Promise<Candidate | null> {
  const [program = '', ...args] = command;
  const lines: string[] = [];
  const environment = packagingEnvironment(process.env);
  const end = await runProcess({
    program,
    args: [...args, '-I', '-c', QUESTION],
    folder,
    environment,
    onLine: line => lines.push(line),
    signal,
  });
  return end.exitCode === 0 ? parse(lines.at(-1) ?? '') : null;
}

function parse(line: string): Candidate | null {
  try {
    return JSON.parse(line) as Candidate;
  } catch {
    return null;
  }
}

function failureOf(found: readonly Candidate[], chosen: string | null): Failure {
  const recent = found.find(candidate => candidate.recent);
  if (recent) return new Failure('python-without-ensurepip', `It is ${recent.executable} (${recent.version}).`);
  const old = found[0];
  if (old) return new Failure('python-too-old', `${old.executable} is ${old.version}; ${OLDEST} is needed.`);
  return new Failure('python-missing', chosen === null ? '' : `The setting countersign.pythonPath names ${chosen}.`);
}
