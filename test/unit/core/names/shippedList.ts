import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

import { readNameList, type NameList } from '../../../../src/core/names/nameList.ts';

/** The list that ships; it is data of the repository, like a fixture. */
export const shippedList: NameList = readNameList(
  brotliDecompressSync(readFileSync(join(import.meta.dirname, '../../../../data/names/names.txt.br'))).toString('utf8'),
);
