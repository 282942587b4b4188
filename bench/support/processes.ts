import { readFile } from 'node:fs/promises';

const KB = 1024;

/** Megabytes a process holds now, and the most it ever held, as Linux counts them. */
export async function residentMegabytes(pid: number): Promise<{ readonly now: number; readonly peak: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) / KB;
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}

/** The child of this process whose command line has this word in it. */
export async function findChild(word: string): Promise<number> {
  const children = (await readFile(`/proc/self/task/${process.pid}/children`, 'utf8')).trim().split(' ').map(Number);
  for (const pid of children) if ((await readFile(`/proc/${pid}/cmdline`, 'utf8')).includes(word)) return pid;
  throw new Error(`No child runs ${word}.`);
}
