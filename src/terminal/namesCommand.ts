import { moduleMeant } from '../core/checks/names/moduleMeant.ts';
import { judgeName } from '../core/names/judgeName.ts';
import { judgeOwnName } from '../core/names/judgeOwnName.ts';
import type { NameList } from '../core/names/nameList.ts';
import { escapeInvisible } from './escapeInvisible.ts';
import { exitCode, type ExitCode, type Surroundings } from './surroundings.ts';

/** One answer, as the command line's documentation tells. */
interface Answer {
  readonly name: string;
  readonly suspicious: boolean;
  readonly target?: string;
  readonly reason?: string;
  readonly score?: number;
}

/** Judges the names on standard input, one a line, and answers each in a line of JSON, whatever it is. */
export async function namesCommand(
  isOwn: boolean,
  surroundings: Pick<Surroundings, 'readInput' | 'names' | 'writeOutput'>,
): Promise<ExitCode> {
  const [input, list] = await Promise.all([surroundings.readInput(), surroundings.names()]);
  const lines = input.split('\n').map(line => line.replace(/\r$/, ''));
  if (lines.at(-1) === '') lines.pop();
  const judge = isOwn ? judgeOwn : judgeUsed;
  surroundings.writeOutput(lines.map(line => `${escapeInvisible(JSON.stringify(judge(line, list)))}\n`).join(''));
  return exitCode.good;
}

function judgeUsed(name: string, list: NameList): Answer {
  const judgement = judgeName(name, list);
  const score = rounded(judgement.score);
  if (judgement.suspicious) return { name, suspicious: true, target: judgement.target, reason: judgement.reason, score };
  const distribution = moduleMeant(name, list);
  if (distribution === null) return { name, suspicious: false, score };
  return { name, suspicious: false, target: distribution, reason: 'a module by that name comes with this project', score };
}

function judgeOwn(name: string, list: NameList): Answer {
  const judgement = judgeOwnName(name, list);
  switch (judgement.kind) {
    case 'refused': {
      const target = judgement.target === null ? {} : { target: judgement.target };
      return { name, suspicious: true, ...target, reason: `will be refused: ${judgement.reason}`, score: 1 };
    }
    case 'confusable': {
      const { target, reason, score } = judgement.judgement;
      return { name, suspicious: true, target, reason: `may be taken for it: ${reason}`, score: rounded(score) };
    }
    case 'probably-free':
      return { name, suspicious: false, reason: 'probably free' };
  }
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}
