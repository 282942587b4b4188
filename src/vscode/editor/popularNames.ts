import * as vscode from 'vscode';

import { namesDependencies } from '../../app/gatherNames.ts';
import type { LiveProject } from '../../app/liveProject.ts';
import type { NameLoader } from '../../app/ports.ts';
import type { OutsideFacts } from '../../core/checks/judgeProject.ts';
import { workedOut, type NameList } from '../../core/names/nameList.ts';

export interface PopularNamesOptions {
  readonly load: NameLoader;
  /** Told why the list cannot be read, once. */
  readonly failed: (error: unknown) => void;
}

/** The names of popular projects for the whole window: read once, when the first project that depends on something is looked at. */
export class PopularNames implements vscode.Disposable {
  readonly #options: PopularNamesOptions;
  readonly #changed = new vscode.EventEmitter<void>();
  #known: OutsideFacts['names'] = { missing: 'the list of names is not read yet' };
  #reading: Promise<void> | null = null;

  /** They are there, or it is known that they cannot be had. */
  readonly onChanged = this.#changed.event;

  constructor(options: PopularNamesOptions) {
    this.#options = options;
  }

  get known(): OutsideFacts['names'] {
    return this.#known;
  }

  get list(): NameList | null {
    return 'fact' in this.#known ? this.#known.fact : null;
  }

  /** Nothing is read for a project that depends on nothing. Never rejects. */
  async readyFor({ documents }: Pick<LiveProject, 'documents'>): Promise<void> {
    if (namesDependencies(documents)) await (this.#reading ??= this.#read());
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #read(): Promise<void> {
    try {
      const list = await this.#options.load();
      for (const _ of workedOut(list)) await turn();
      this.#known = { fact: list };
    } catch (error) {
      this.#known = { missing: 'the list of names cannot be read' };
      this.#options.failed(error);
    }
    this.#changed.fire();
  }
}

/** What was waiting meanwhile goes first. */
function turn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
