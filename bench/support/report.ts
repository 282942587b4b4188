import { arch, cpus, loadavg, platform, totalmem } from 'node:os';

import { hostReleases } from '../../scripts/lib/hostReleases.mjs';
import { runProgram } from '../../scripts/lib/runProgram.mjs';
import type { Row } from './row.ts';

const GB = 1024 ** 3;

/** The page that is checked in: how it was measured, on what, and whether each promise is kept. */
export async function report(rows: readonly Row[], python: string): Promise<string> {
  return `# Benchmarks

Written by \`npm run bench\`; not edited by hand. Medians, with the least and the most of all runs. What stands under "beside" was measured
in the same run, to tell a slow machine from a slow program.

Measured on ${new Date().toISOString().slice(0, 10)}: ${await machine(python)}

| what | target | measured | beside | met |
| --- | --- | --- | --- | --- |
${rows.map(line).join('\n')}

How: the packed extension, as it ships, in a real VS Code. Activation is what VS Code reports under "Show Running Extensions". Starts and
connections are counted inside the extension host, from before the extension is loaded, wherever the extension is on the call's stack. Memory
of the extension host is compared with that of a host without the extension. The upload is that of the demo package's two files to the
built-in index, in turns with twine. A keystroke's work is reading the file again, judging the project and choosing the marks.
`;
}

function line({ what, target, measured, beside, isMet }: Row): string {
  return `| ${[what, target, measured, beside, isMet ? 'yes' : '**no**'].join(' | ')} |`;
}

async function machine(python: string): Promise<string> {
  const script = 'import platform; from importlib.metadata import version; print(platform.python_version(), version("twine"))';
  const [pythonVersion, twine] = (await runProgram(python, ['-I', '-B', '-c', script])).stdout.trim().split(' ');
  const hardware = `${cpus().length} cores, ${(totalmem() / GB).toFixed(0)} GB, ${platform()} ${arch()}`;
  const software = `VS Code ${hostReleases.current.engine}, Node ${process.versions.node}, Python ${pythonVersion}, twine ${twine}`;
  return `${hardware}, load ${loadavg()[0]?.toFixed(1)}; ${software}.`;
}
