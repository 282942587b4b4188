import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';

import { Failure } from '../core/failure.ts';
import { readNameList, type NameList } from '../core/names/nameList.ts';
import type { NameLoader } from '../app/ports.ts';

const decompress = promisify(brotliDecompress);

/** Reads the list of names that ships beside the program, when it is first asked for, and once. */
export function shippedNames(file: string): NameLoader {
  let list: Promise<NameList> | null = null;
  return () => (list ??= readList(file));
}

async function readList(file: string): Promise<NameList> {
  try {
    return readNameList((await decompress(await readFile(file))).toString('utf8'));
  } catch (cause) {
    throw new Failure('files-unreadable', 'The list of names that comes with Countersign cannot be read. Install it again.', { cause });
  }
}
