/** Work that waits until nothing more happens to the same thing for a while. */
export class Pauses {
  readonly #waiting = new Map<string, NodeJS.Timeout>();

  /** Begins the wait anew, and forgets what the same name was waiting for. */
  after(name: string, milliseconds: number, work: () => void): void {
    this.cancel(name);
    const timer = setTimeout(() => {
      this.#waiting.delete(name);
      work();
    }, milliseconds);
    this.#waiting.set(name, timer);
  }

  cancel(name: string): void {
    clearTimeout(this.#waiting.get(name));
    this.#waiting.delete(name);
  }

  dispose(): void {
    for (const name of [...this.#waiting.keys()]) this.cancel(name);
  }
}
