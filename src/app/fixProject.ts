import { applyEdits, chooseFixes } from '../core/checks/chooseFixes.ts';
import type { TextEdit } from '../core/checks/check.ts';
import type { ProjectReport } from './checkProject.ts';
import type { DocumentWriter } from './ports.ts';

const MOST_ROUNDS = 20;

/** Writes the repairs that need no review, and checks again until there are none left. `count`: how many were written. */
export async function fixProject(
  writer: DocumentWriter,
  check: () => Promise<ProjectReport>,
): Promise<{ readonly report: ProjectReport; readonly count: number }> {
  let report = await check();
  let count = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const chosen = chooseFixes(report.findings);
    const written = await writeEdits(writer, report, chosen.edits);
    if (written === 0) break;
    count += chosen.count;
    report = await check();
  }
  return { report, count };
}

async function writeEdits(writer: DocumentWriter, { folder, documents }: ProjectReport, edits: readonly TextEdit[]): Promise<number> {
  let written = 0;
  for (const { file, text } of documents) {
    const own = edits.filter(edit => edit.file === file);
    const changed = applyEdits(text, own);
    if (changed === text) continue;
    await writer.writeDocument(`${folder}/${file}`, changed);
    written += 1;
  }
  return written;
}
