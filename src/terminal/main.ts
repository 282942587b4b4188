import { Cancelled, Failure } from '../core/failure.ts';
import { visibleText } from '../core/text/visibleText.ts';
import { readCheckArguments } from './checkArguments.ts';
import { checkCommand } from './checkCommand.ts';
import { readNamesArguments } from './namesArguments.ts';
import { namesCommand } from './namesCommand.ts';
import { exitCode, type ExitCode, type Surroundings } from './surroundings.ts';
import { usage } from './usage.ts';

/** The command line, from its words to its exit code. Results go to the output; what went wrong goes to the error stream. */
export async function main(words: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  try {
    return await dispatch(words, surroundings);
  } catch (error) {
    if (error instanceof Cancelled) return exitCode.cancelled;
    if (!(error instanceof Failure)) throw error;
    surroundings.writeError(`countersign: ${visibleText(error.detail)}\n`);
    return exitCode.notDone;
  }
}

async function dispatch(words: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const [command, ...rest] = words;
  if (command === '--version') return say(surroundings, `${surroundings.version}\n`);
  if (command === '--help' || command === '-h') return say(surroundings, usage);
  if (command === undefined) return wrongUse(surroundings, 'There is no command.');
  if (command === 'names') return names(rest, surroundings);
  if (command !== 'check') return wrongUse(surroundings, `"${visibleText(command)}" is no command.`);
  const read = readCheckArguments(rest, surroundings);
  if ('problem' in read) return wrongUse(surroundings, read.problem);
  return read.help ? say(surroundings, usage) : checkCommand(read, surroundings);
}

function names(words: readonly string[], surroundings: Surroundings): ExitCode | Promise<ExitCode> {
  const read = readNamesArguments(words, surroundings);
  if ('problem' in read) return wrongUse(surroundings, read.problem);
  return read.help ? say(surroundings, usage) : namesCommand(read.isOwn, surroundings);
}

function say(surroundings: Surroundings, text: string): ExitCode {
  surroundings.writeOutput(text);
  return exitCode.good;
}

function wrongUse(surroundings: Surroundings, problem: string): ExitCode {
  surroundings.writeError(`countersign: ${problem}\n\n${usage}`);
  return exitCode.wrongUse;
}
