import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { endChildren } from '../scripts/lib/children.mjs';
import { projectRoot } from '../scripts/lib/projectRoot.mjs';
import { measureActivation } from './activation.ts';
import { measureCheck } from './check.ts';
import { measureHost } from './host.ts';
import { measureNames } from './names.ts';
import { measurePublish } from './publish.ts';
import { measureSize } from './size.ts';
import { measureTyping } from './typing.ts';
import { unpackExtension } from './support/packed.ts';
import { report } from './support/report.ts';
import type { Row } from './support/row.ts';

process.exitCode = await main();
process.exit();

async function main(): Promise<number> {
  const packed = await unpackExtension();
  try {
    const rows = [
      await measureActivation(packed),
      ...(await measureHost(packed)),
      measureSize(packed),
      ...(await measurePublish(packed)),
      ...(await measureCheck(packed)),
      ...(await measureTyping()),
      ...(await measureNames()),
    ];
    await tell(rows, packed.python);
    return rows.every(({ isMet }) => isMet) ? 0 : 1;
  } finally {
    await packed.remove();
    await endChildren();
  }
}

async function tell(rows: readonly Row[], python: string): Promise<void> {
  const text = await report(rows, python);
  await writeFile(join(projectRoot, 'docs', 'benchmarks.md'), text);
  process.stdout.write(`\n${text}`);
}
