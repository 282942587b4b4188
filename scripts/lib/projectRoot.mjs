// @ts-check
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout these scripts belong to, whatever folder they are called from. */
export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
