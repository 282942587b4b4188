import { matchAt, skipBlanks } from './blanks.ts';

/** One word of a marker. `text` is as written, for a string without its quotes and with its escapes resolved. */
export interface MarkerToken {
  readonly kind: 'variable' | 'string' | 'operator' | 'and' | 'or' | 'open' | 'close' | 'end' | 'unknown';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const NO_LETTER_BEFORE = '(?<![\\p{L}\\p{N}_])';
const NO_LETTER_AFTER = '(?![\\p{L}\\p{N}_])';

function word(pattern: string): RegExp {
  return new RegExp(`${NO_LETTER_BEFORE}(?:${pattern})${NO_LETTER_AFTER}`, 'uy');
}

const kinds: readonly { readonly kind: MarkerToken['kind']; readonly pattern: RegExp }[] = [
  { kind: 'open', pattern: /\(/y },
  { kind: 'close', pattern: /\)/y },
  { kind: 'string', pattern: /'[^']*'|"[^"]*"/y },
  { kind: 'operator', pattern: /===|==|~=|!=|<=|>=|<|>/y },
  { kind: 'operator', pattern: word('in|not[ \\t]+in') },
  { kind: 'and', pattern: word('and') },
  { kind: 'or', pattern: word('or') },
  {
    kind: 'variable',
    pattern: word(
      [
        'python_version|python_full_version|os[._]name|sys[._]platform|platform_(?:release|system)',
        'platform[._](?:version|machine|python_implementation)|python_implementation',
        'implementation_(?:name|version)|extras?|dependency_groups',
      ].join('|'),
    ),
  },
];
const UNKNOWN = /[^ \t()'"<>=!~;,]+|[^ \t]/uy;

/** The token at an offset, blanks before it skipped. What no token starts with is `unknown`. */
export function readMarkerToken(text: string, offset: number): MarkerToken {
  const start = skipBlanks(text, offset);
  if (start === text.length) return { kind: 'end', text: '', start, end: start };
  for (const { kind, pattern } of kinds) {
    const written = matchAt(pattern, text, start);
    if (written !== '') return token(kind, written, start);
  }
  return token('unknown', matchAt(UNKNOWN, text, start) || text.charAt(start), start);
}

function token(kind: MarkerToken['kind'], written: string, start: number): MarkerToken {
  const place = { start, end: start + written.length };
  if (kind === 'operator') return { kind, text: written.replace(/[ \t]+/, ' '), ...place };
  if (kind === 'variable') return { kind, text: written.replace('.', '_'), ...place };
  if (kind !== 'string') return { kind, text: written, ...place };
  const value = unescape(written.slice(1, -1));
  return value === null ? { kind: 'unknown', text: written, ...place } : { kind, text: value, ...place };
}

const ESCAPE = /\\(?:\r\n|[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[^}]*\}|[^xuUN]|)/gsu;
const FORBIDDEN = /[\n\r\0]|\p{Surrogate}/u;

/** What Python makes of the text between quotes; null where it refuses it. */
function unescape(inner: string): string | null {
  if (FORBIDDEN.test(inner.replace(ESCAPE, ''))) return null;
  const escapes = inner.match(ESCAPE) ?? [];
  if (escapes.some(escape => resolve(escape.slice(1)) === null)) return null;
  return inner.replace(ESCAPE, escape => resolve(escape.slice(1)) ?? '');
}

const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ['\n', ''],
  ['\r', ''],
  ['\r\n', ''],
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
]);

/** `code` is what follows the backslash. */
function resolve(code: string): string | null {
  const simple = simpleEscapes.get(code);
  if (simple !== undefined) return simple;
  if (/^[0-7]/.test(code)) return String.fromCodePoint(Number.parseInt(code, 8));
  if (/^[xuU][0-9a-fA-F]/.test(code)) return codePoint(Number.parseInt(code.slice(1), 16));
  if (code === '' || code === '\0' || /^\p{Surrogate}$/u.test(code)) return null;
  return `\\${code}`;
}

function codePoint(number: number): string | null {
  return number > 0x10ffff ? null : String.fromCodePoint(number);
}
