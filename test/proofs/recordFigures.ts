import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Keeps the figures of a full proof in the documentation, one file a proof. `lines` are Markdown. */
export async function recordFigures(proof: string, title: string, lines: readonly string[]): Promise<void> {
  const folder = join(import.meta.dirname, '../../docs/proofs');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${proof}.md`), `# ${title}\n\n${lines.join('\n')}\n`);
}
