// @ts-check
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './runProgram.mjs';

/**
 * @typedef {object} Python
 * @property {string} executable absolute, past every shim
 * @property {string} version such as `3.12.1`
 * @property {boolean} hasEnsurepip whether it can make environments with pip inside
 */

const OLDEST_MINOR = 10;
const NEWEST_MINOR = 14;
const QUESTION = [
  'import json, sys, importlib.util as u',
  'print(json.dumps({"executable": sys.executable, "version": "%d.%d.%d" % sys.version_info[:3], "hasEnsurepip": u.find_spec("ensurepip") is not None}))',
].join('\n');

/**
 * The first Python that can run the tools of this project. Asked in an empty folder: version managers obey a file in the current one.
 * @returns {Promise<Python>}
 */
export async function findPython() {
  const neutral = await mkdtemp(join(tmpdir(), 'countersign-python-'));
  try {
    return await firstGood(neutral);
  } finally {
    await rm(neutral, { recursive: true, force: true });
  }
}

/** @param {string} folder */
async function firstGood(folder) {
  /** @type {Python[]} */
  const refused = [];
  for (const [command, ...args] of candidates()) {
    const python = await ask(command, args, folder);
    if (python !== undefined && isNewEnough(python) && python.hasEnsurepip) return python;
    if (python !== undefined) refused.push(python);
  }
  throw new Error(whatIsMissing(refused));
}

/** @returns {[string, ...string[]][]} */
function candidates() {
  const minors = Array.from({ length: NEWEST_MINOR - OLDEST_MINOR + 1 }, (_, index) => NEWEST_MINOR - index);
  /** @type {[string, ...string[]][]} */
  const numbered = minors.map(minor => [`python3.${minor}`]);
  return [['python3'], ...numbered, ['python'], ...(process.platform === 'win32' ? [/** @type {[string, string]} */ (['py', '-3'])] : [])];
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {Promise<Python | undefined>} nothing where there is no such program, or it is no Python 3
 */
async function ask(command, args, cwd) {
  try {
    return JSON.parse((await runProgram(command, [...args, '-I', '-c', QUESTION], { cwd })).stdout);
  } catch {
    return undefined;
  }
}

/** @param {Python} python */
function isNewEnough({ version }) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 3 || (major === 3 && minor >= OLDEST_MINOR);
}

/** @param {readonly Python[]} refused */
function whatIsMissing(refused) {
  const recent = refused.find(isNewEnough);
  if (recent !== undefined)
    return `${recent.executable} is Python ${recent.version} without ensurepip, so it cannot make environments. Install its venv package (on Debian and Ubuntu: apt install python3-venv).`;
  const [old] = refused;
  if (old !== undefined) return `Python is too old: ${old.executable} is ${old.version}. Install Python 3.${OLDEST_MINOR} or newer.`;
  return `Python is missing. Install Python 3.${OLDEST_MINOR} or newer, so that "python3" starts it.`;
}
