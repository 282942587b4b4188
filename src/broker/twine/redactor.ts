import { redact } from '../../core/text/redact.ts';
import { visibleText } from '../../core/text/visibleText.ts';
import type { Secret } from '../secret.ts';

const MARK = '‹hidden›';

/** Shorter pieces than this stand in many a harmless word, and give little away. */
const SHORTEST_PIECE = 4;

/** Takes one secret, in every form that a program may print it in, out of what that program says. */
export class Redactor {
  readonly #forms: readonly Buffer[];

  constructor(secret: Secret, username: string) {
    this.#forms = secret.use(bytes => formsOf(bytes, username));
  }

  /** For a line of output: redacted, and with nothing in it that could reorder or hide what is shown. */
  line(bytes: Buffer): string {
    return visibleText(this.#redact(bytes));
  }

  /** For text that travels on: redacted only. */
  text(text: string): string {
    return this.#redact(Buffer.from(text, 'utf8'));
  }

  wipe(): void {
    this.#forms.forEach(form => form.fill(0));
  }

  #redact(bytes: Buffer): string {
    return redact(this.#forms.reduce(withoutForm, bytes).toString('utf8'));
  }
}

function withoutForm(bytes: Buffer, form: Buffer): Buffer {
  const kept: Buffer[] = [];
  let from = 0;
  for (let at = bytes.indexOf(form); at >= 0; at = bytes.indexOf(form, from)) {
    kept.push(bytes.subarray(from, at), Buffer.from(MARK));
    from = at + form.length;
  }
  return Buffer.concat([...kept, bytes.subarray(from)]);
}

/** Longest first, so that no form leaves a rest of a longer one behind. */
function formsOf(secret: Buffer, username: string): readonly Buffer[] {
  const text = secret.toString('utf8');
  const plain = [text, encodeURIComponent(text), quotePlus(text), JSON.stringify(text).slice(1, -1), secret.toString('hex')];
  const basic = Buffer.from(`${username}:${text}`).toString('base64');
  return [basic, ...plain, ...base64Forms(secret)]
    .filter(form => form.length >= SHORTEST_PIECE || form === text)
    .filter(form => form !== '')
    .map(form => Buffer.from(form, 'utf8'))
    .toSorted((a, b) => b.length - a.length);
}

/** As Python's `quote_plus` writes it. */
function quotePlus(text: string): string {
  return encodeURIComponent(text)
    .replaceAll('%20', '+')
    .replace(/[!'()*]/g, mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Within other base64 the secret may start at any of three places in a group; only whole groups of it are the same each time. */
function base64Forms(secret: Buffer): readonly string[] {
  return [0, 1, 2].flatMap(skipped => {
    const whole = secret.subarray(skipped, skipped + Math.floor((secret.length - skipped) / 3) * 3);
    return [whole.toString('base64'), whole.toString('base64url')];
  });
}
