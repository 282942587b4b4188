import { judgeProject, type JudgeOptions, type ProjectJudgement, type OutsideFacts } from '../core/checks/judgeProject.ts';
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
  readonly filesBeside: readonly string[];
  readonly #documents: Map<string, DependencyDocument>;
  readonly #locks: Map<string, LockDocument>;
  #pyproject: Pyproject | null = null;

  constructor({ folder, documents, locks, filesBeside }: ProjectReading) {
    this.folder = folder;
    this.filesBeside = filesBeside;
    this.#documents = new Map(documents.map(document => [document.file, document]));
    this.#locks = new Map(locks.map(lock => [lock.file, lock]));
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

  /** Its last good state's facts, where the text is no TOML just now. */
  get pyproject(): Pyproject | null {
    return this.#pyproject;
  }

  /** Included files that nobody has read: they are missing, or named since the project was read. */
  get unreadIncludes(): readonly string[] {
    return this.documents.flatMap(({ includes }) =>
      includes.flatMap(({ target }) => (target === null || this.#documents.has(target) ? [] : target)),
    );
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

  /** The text as it is now, perhaps half typed. A file that names no dependencies any more is no longer held. */
  type(file: string, text: string): void {
    if (this.holds(file) && this.text(file) === text) return;
    const lockKind = lockKindOf(file);
    if (lockKind !== null) this.#locks.set(file, readLock(file, lockKind, text));
    else this.#read(file, text, false);
  }

  /** The typing has paused: what only the strict parse can tell. */
  settle(file: string): void {
    const document = this.#documents.get(file);
    if (document !== undefined) this.#read(file, document.text, true);
    if (file === 'pyproject.toml') this.#settlePyproject();
  }

  judge(outside: OutsideFacts, options: JudgeOptions): ProjectJudgement {
    const { documents, locks, filesBeside, pyproject } = this;
    return judgeProject({ pyproject, documents, locks, filesBeside }, outside, options);
  }

  /** Problems of the syntax stay as they were until the strict parse. */
  #read(file: string, text: string, strict: boolean): void {
    const before = this.#documents.get(file);
    const kind = before?.kind ?? documentKindOf(file);
    const read = kind === null ? null : readDocument(file, kind, text, { strict });
    if (read === null) this.#documents.delete(file);
    else this.#documents.set(file, strict ? read : { ...read, problems: before?.problems ?? [] });
  }

  /** A file that is broken now keeps the facts of its last good state, and has its problem. */
  #settlePyproject(): void {
    const document = this.#documents.get('pyproject.toml');
    const read = document === undefined ? null : readPyproject(document.text);
    const last = this.#pyproject;
    const isBroken = read !== null && read.document === null;
    this.#pyproject = isBroken && last !== null && last.document !== null ? { ...last, problems: read.problems } : read;
  }
}
