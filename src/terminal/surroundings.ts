import type { FactGatherer } from '../app/factGatherer.ts';
import type { AskedIndex } from '../core/indexFacts/askedIndex.ts';
import type { DocumentWriter, Files, NameLoader, ProjectFiles } from '../app/ports.ts';

/** What the terminal's surface needs of the world; the door hands it in. */
export interface Surroundings {
  readonly files: Pick<Files, 'findProjectFolders'> & ProjectFiles & DocumentWriter;
  /** What indexes tell; `index` is the one to ask first, null for the project's own. */
  readonly gather: (index: AskedIndex | null) => FactGatherer;
  /** Ends what is asked of indexes. */
  readonly cancelled: AbortSignal;
  /** Milliseconds since 1970. */
  now(): number;
  /** Countersign's own version. */
  readonly version: string;
  /** Whether standard output shows colours. */
  readonly coloured: boolean;
  /** All of standard input, decoded as UTF-8; what is not becomes U+FFFD. */
  readInput(): Promise<string>;
  readonly names: NameLoader;
  writeOutput(text: string): void;
  writeError(text: string): void;
  /** The absolute path of one that a person gave, without a slash at its end. */
  absolutePath(path: string): string;
  kindOf(absolutePath: string): Promise<'file' | 'folder' | 'missing'>;
  /** Sorts the words of a command line by the options there are. */
  parseArguments(words: readonly string[], options: OptionTable): ParsedArguments | { readonly problem: string };
}

/** The options of a command, by their names without the hyphens. */
export type OptionTable = Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly short?: string }>>;

export interface ParsedArguments {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
}

/** What the process ends with; scripts and CI rely on it. */
export const exitCode = { good: 0, findings: 1, wrongUse: 2, notDone: 3, cancelled: 4 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
