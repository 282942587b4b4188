import * as vscode from 'vscode';

import type { FactGatherer } from '../../app/factGatherer.ts';
import type { LiveProject } from '../../app/liveProject.ts';
import type { Gathered } from '../../core/checks/runChecks.ts';
import { Cancelled } from '../../core/failure.ts';
import type { IndexFacts } from '../../core/indexFacts/indexFacts.ts';

/** What indexes have told of a project; null where nothing was asked. */
export type FactsAt = (project: LiveProject) => IndexFacts | null;

/** How it stands with the indexes, for whoever shows it. */
export type LookUpState =
  | { readonly kind: 'untrusted' | 'unanswered' | 'refused' | 'asking' | 'unreachable' | 'nothing' }
  | { readonly kind: 'told'; readonly asOf: number };

export interface LookUpOptions {
  readonly gather: FactGatherer;
  /** Remembers the answer for this workspace. */
  readonly memory: vscode.Memento;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const ANSWER = 'countersign.lookUps';
const notAsked: Gathered['index'] = { missing: 'names are not looked up' };
/** As long as what an index told is not asked for again. */
const FRESH_MS = 10 * 60_000;

/**
 * Asks the indexes about a project's dependencies, once a person has allowed it for this workspace: the names that
 * a project depends on tell something about it. Never in a workspace that is not trusted.
 */
export class LookUps implements vscode.Disposable {
  readonly #options: LookUpOptions;
  readonly #facts = new Map<string, IndexFacts>();
  /** What was asked last, and when: the same is not asked with every pause. */
  readonly #asked = new Map<string, { readonly question: string; readonly at: number }>();
  readonly #running = new Map<string, AbortController>();
  readonly #unreachable = new Set<string>();
  readonly #changed = new vscode.EventEmitter<void>();
  #question: Promise<void> | null = null;

  readonly onChanged = this.#changed.event;

  constructor(options: LookUpOptions) {
    this.#options = options;
  }

  known(project: LiveProject): Gathered['index'] {
    const fact = this.#facts.get(project.folder);
    return fact === undefined ? notAsked : { fact };
  }

  readonly factsAt: FactsAt = project => this.#facts.get(project.folder) ?? null;

  stateOf({ folder }: LiveProject): LookUpState {
    if (!vscode.workspace.isTrusted) return { kind: 'untrusted' };
    if (this.#answer !== true) return { kind: this.#answer === false ? 'refused' : 'unanswered' };
    if (this.#running.has(folder)) return { kind: 'asking' };
    if (this.#unreachable.has(folder)) return { kind: 'unreachable' };
    const asOf = this.#facts.get(folder)?.asOf ?? null;
    return asOf === null ? { kind: 'nothing' } : { kind: 'told', asOf };
  }

  get isAllowed(): boolean {
    return vscode.workspace.isTrusted && this.#answer === true;
  }

  /** True where something new was told. Asks the person first, once. A newer question about the same project ends an older one. */
  async ask(project: LiveProject, isForced: boolean): Promise<boolean> {
    if (!vscode.workspace.isTrusted || !hasNames(project)) return false;
    if (this.#answer === undefined) await (this.#question ??= this.#askPerson());
    if (!this.isAllowed || (!isForced && this.#isAnswered(project))) return false;
    const { folder } = project;
    this.#running.get(folder)?.abort(new Cancelled());
    const asking = new AbortController();
    this.#running.set(folder, asking);
    this.#asked.set(folder, { question: questionOf(project), at: this.#options.now() });
    this.#changed.fire();
    try {
      const { index } = await this.#options.gather(project, asking.signal);
      return this.#running.get(folder) === asking && this.#take(folder, index);
    } catch (error) {
      if (error instanceof Cancelled || asking.signal.aborted) return false;
      throw error;
    } finally {
      if (this.#running.get(folder) === asking) this.#running.delete(folder);
      this.#changed.fire();
    }
  }

  /** Asks the person again, whatever was said before. */
  async reconsider(): Promise<void> {
    this.#question = this.#askPerson();
    await this.#question;
  }

  async stop(): Promise<void> {
    await this.#options.memory.update(ANSWER, false);
    for (const asking of this.#running.values()) asking.abort(new Cancelled());
    this.#facts.clear();
    this.#asked.clear();
    this.#changed.fire();
  }

  /** Nobody looks at the project any more. */
  forget(folder: string): void {
    this.#running.get(folder)?.abort(new Cancelled());
    this.#running.delete(folder);
    this.#facts.delete(folder);
    this.#asked.delete(folder);
    this.#unreachable.delete(folder);
  }

  dispose(): void {
    for (const asking of this.#running.values()) asking.abort(new Cancelled());
    this.#changed.dispose();
  }

  get #answer(): boolean | undefined {
    return this.#options.memory.get<boolean>(ANSWER);
  }

  #isAnswered(project: LiveProject): boolean {
    const asked = this.#asked.get(project.folder);
    return asked?.question === questionOf(project) && this.#options.now() - asked.at < FRESH_MS;
  }

  /** What was known stays where no index can be reached now: every message tells how old it is. */
  #take(folder: string, index: Gathered['index']): boolean {
    if ('missing' in index) {
      this.#unreachable.add(folder);
      this.#asked.delete(folder);
      return false;
    }
    this.#unreachable.delete(folder);
    this.#facts.set(folder, index.fact);
    return true;
  }

  async #askPerson(): Promise<void> {
    const message =
      'Look up the dependencies of this workspace on their index, to see what is yanked, vulnerable or not there? Their names are sent to the index that each project uses, and those on a public index to the OSV database of vulnerabilities.';
    const pressed = await vscode.window.showInformationMessage(message, 'Look Up', 'Not in This Workspace');
    if (pressed !== undefined) await this.#options.memory.update(ANSWER, pressed === 'Look Up');
    this.#changed.fire();
  }
}

function hasNames({ documents }: LiveProject): boolean {
  return documents.some(({ requirements }) => requirements.some(({ name }) => name !== null));
}

/** All that the indexes are asked by. */
function questionOf({ documents, locks }: LiveProject): string {
  const asked = documents.flatMap(({ requirements, indexes }) => [
    ...requirements.map(({ name, specifier, reference }) => [name, specifier, reference?.url ?? null]),
    ...indexes.map(({ url, role }) => [role, url]),
  ]);
  return JSON.stringify([asked, locks.map(({ packages }) => packages.map(({ name, version }) => `${name} ${version ?? ''}`))]);
}
