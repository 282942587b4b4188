import type { Builder, Log } from '../app/ports.ts';
import { Failure } from '../core/failure.ts';
import { lastWords } from '../core/outcome/lastWords.ts';
import { buildEnvironment } from '../system/personEnvironment.ts';
import type { ManagedEnvironment } from './managedEnvironment.ts';
import { runProcess } from './runProcess.ts';

export interface BuilderOptions {
  readonly environment: (signal: AbortSignal) => Promise<ManagedEnvironment>;
  /** A folder of ours: with a workspace as the working folder, its modules could be taken for build's. */
  readonly folder: string;
  readonly log: Log;
}

/** The build backend is the project's own code: it runs only when a person publishes, and gets no secret of ours. */
export function createBuilder(options: BuilderOptions): Builder {
  return {
    async build(projectFolder, intoFolder, progress, signal) {
      const { python } = await options.environment(signal);
      const lines: string[] = [];
      const onLine = (line: string): void => {
        lines.push(line);
        options.log.info(line);
        const step = stepOf(line);
        if (step) progress.report(`Building: ${step}`);
      };
      const args = ['-I', '-B', '-m', 'build', '--outdir', intoFolder, projectFolder];
      const environment = { ...buildEnvironment(process.env), NO_COLOR: '1', PYTHONUNBUFFERED: '1', PYTHONDONTWRITEBYTECODE: '1' };
      const end = await runProcess({ program: python, args, folder: options.folder, environment, onLine, signal });
      if (end.exitCode !== 0) throw new Failure('build-failed', lastWords(lines));
    },
  };
}

/** build marks its own steps with a star. */
function stepOf(line: string): string | null {
  const step = /^\* (.{1,80})/.exec(line)?.[1];
  return step ? step.replace(/\.\.\.$/, '…') : null;
}
