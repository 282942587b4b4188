// @ts-check
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { projectRoot } from '../lib/projectRoot.mjs';

/**
 * @typedef {object} LabelledName
 * @property {string} name
 * @property {0 | 1} label 1: made to be taken for another
 * @property {string} source of a legitimate name how it was drawn, of another who published it
 * @property {string} [target]
 * @property {'typo' | 'token' | 'combo'} [kind]
 * @property {boolean} [targetInList]
 */

const folder = join(projectRoot, 'data', 'names');
const list = join(folder, 'names.txt.br');
const indexNames = join(folder, 'established.txt.br');

/** The list as it ships: `readNameList` tells its form. */
export async function readListText() {
  return unpack(await readFile(list));
}

/** @param {string} text as `nameListText` gives it */
export async function writeListText(text) {
  await writeFile(list, pack(text));
}

/** Names that the index has had for long and that resemble one of the list. */
export async function readEstablished() {
  return unpack(await readFile(indexNames)).split('\n');
}

/** @param {readonly string[]} names */
export async function writeEstablished(names) {
  await writeFile(indexNames, pack(names.join('\n')));
}

/** @param {string} text */
function pack(text) {
  const { BROTLI_PARAM_QUALITY: quality, BROTLI_PARAM_LGWIN: window, BROTLI_PARAM_SIZE_HINT: size } = constants;
  const bytes = Buffer.from(text);
  return brotliCompressSync(bytes, { params: { [quality]: 11, [window]: 24, [size]: bytes.length } });
}

/** @returns {Promise<LabelledName[]>} */
export async function readLabelledNames() {
  const lines = unpack(await readFile(join(folder, 'labelled.jsonl.br'))).split('\n');
  return lines.filter(line => line !== '').map(line => JSON.parse(line));
}

/** @param {Buffer} packed */
function unpack(packed) {
  return brotliDecompressSync(packed).toString('utf8');
}
