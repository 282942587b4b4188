import { inspect } from 'node:util';

/**
 * A secret's only home: bytes that are overwritten when it is done with. It can be neither printed
 * nor turned into JSON, so that no log and no message can take it along by accident.
 */
export class Secret {
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  static fromText(text: string): Secret {
    return new Secret(Buffer.from(text, 'utf8'));
  }

  /** The bytes are lent: whoever copies them has to overwrite the copy. */
  use<T>(read: (bytes: Buffer) => T): T {
    return read(this.#bytes);
  }

  wipe(): void {
    this.#bytes.fill(0);
  }

  toJSON(): string {
    return '[secret]';
  }

  [inspect.custom](): string {
    return '[secret]';
  }
}
