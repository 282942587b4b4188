import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** What Python's `packaging` said, as `scripts/makePackagingCases.py` wrote it down. */
export interface PackagingCases<Row> {
  readonly source: string;
  readonly rows: readonly Row[];
}

export function readCases<Row>(name: string): PackagingCases<Row> {
  return JSON.parse(gunzipSync(readFileSync(new URL(`${name}.json.gz`, import.meta.url))).toString('ascii')) as PackagingCases<Row>;
}
