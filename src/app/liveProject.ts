import { judgeProject, type JudgeOptions, type ProjectJudgement } from '../core/checks/judgeProject.ts';
import type { Gathered } from '../core/checks/runChecks.ts';
import type { DependencyDocument } from '../core/documents/dependencyDocument.ts';
import { documentKindOf } from '../core/documents/documentKindOf.ts';
import { readDocument } from '../core/documents/readDocument.ts';
import type { LockDocument } from '../core/locks/lockDocument.ts';
import { lockKindOf, readLock } from '../core/locks/readLock.ts';
import { readPyproject, type Pyproject } from '../core/project/pyproject.ts';
import type { ProjectReading } from './readProject.ts';

/**
 * A project while somebody types in its files. Each keystroke reads one file again, tolerantly; the strict parse,
 * which costs more than a keystroke may, follows when the typing pauses. Until then what only it can tell (whether
 * the text is TOML, the profile) stays as it was, so that nothing flickers.
 */
export class LiveProject {
  readonly folder: string;
  #documents: Map<string, DependencyDocument>;
  #locks: Map<string, LockDocument>;
  readonly #filesBeside: readonly string[];
  #pyproject: Pyproject | null;

  constructor({ folder, documents, locks, filesBeside }: ProjectReading) {
    this.folder = folder;
    this.#documents = new Map(documents.map(document => [document.file, document]));
    this.#locks = new Map(locks.map(lock => [lock.file, lock]));
    this.#filesBeside = filesBeside;
    this.#pyproject = null;
    this.#settlePyproject();
  }

  /** The files that are looked at. */
  get files(): readonly string[] {
    return [...this.#documents.keys(), ...this.#locks.keys()];
  }

  get documents(): readonly DependencyDocument[] {
    return [...this.#documents.values()];
  }

  get locks(): readonly LockDocument[] {
    return [...this.#locks.values()];
  }

  get filesBeside(): readonly string[] {
    return this.#filesBeside;
  }

  get pyproject(): Pyproject | null {
    return this.#pyproject;
  }

  document(file: string): DependencyDocument | null {
    return this.#documents.get(file) ?? null;
  }

  /** Empty where the project has no such file. */
  text(file: string): string {
    return this.#documents.get(file)?.text ?? this.#locks.get(file)?.text ?? '';
  }

  holds(file: string): boolean {
    return this.#documents.has(file) || this.#locks.has(file);
  }

  /** The text as it is now, perhaps half typed. False where the file names no dependencies. */
  type(file: string, text: string): boolean {
    const kind = this.#documents.get(file)?.kind ?? documentKindOf(file);
    if (kind === null || lockKindOf(file) !== null) return this.#typeLock(file, text);
    const read = readDocument(file, kind, text, { strict: false });
    if (read === null) this.#documents.delete(file);
    else this.#documents.set(file, read);
    return read !== null;
  }

  /** The typing has paused: what only the strict parse can tell. */
  settle(file: string): void {
    const document = this.#documents.get(file);
    if (document === undefined) return;
    const read = readDocument(file, document.kind, document.text, { strict: true });
    if (read !== null) this.#documents.set(file, read);
    if (file === 'pyproject.toml') this.#settlePyproject();
  }

  judge(gathered: Pick<Gathered, 'index' | 'now'>, options: JudgeOptions): ProjectJudgement {
    const { documents, locks, filesBeside, pyproject } = this;
    return judgeProject({ pyproject, documents, locks, filesBeside }, gathered, options);
  }

  #typeLock(file: string, text: string): boolean {
    const kind = lockKindOf(file);
    if (kind === null) return false;
    this.#locks.set(file, readLock(file, kind, text));
    return true;
  }

  /** A file that is broken now keeps the facts of its last good state, and has its problem. */
  #settlePyproject(): void {
    const document = this.#documents.get('pyproject.toml');
    const read = document === undefined ? null : readPyproject(document.text);
    const last = this.#pyproject;
    this.#pyproject = read !== null && read.document === null && last !== null ? { ...last, problems: read.problems } : read;
  }
}
