import { parseToml } from '../../../../src/core/project/parseToml.ts';
import { isTable } from '../../../../src/core/project/tomlTable.ts';
import { scanToml, type ScannedToml, type TomlEntry } from '../../../../src/core/toml/scanToml.ts';

/** Every way in which the scanner and the strict parser tell different things of a text; null where the text is no TOML. */
export function judgeAgreement(text: string): { readonly values: number; readonly faults: readonly string[] } | null {
  const { document } = parseToml(text);
  if (document === null) return null;
  const scanned = scanToml(text);
  const expected = leavesOf(document);
  const faults = scanned.entries.flatMap(entry => entryFaults(text, document, entry));
  const found = new Set(scanned.entries.map(({ path }) => JSON.stringify(path)));
  for (const path of expected) if (!found.has(path)) faults.push(`not found: ${path}`);
  return { values: scanned.entries.length, faults: [...faults, ...headerFaults(text, document, scanned), ...orderFaults(scanned)] };
}

/** The paths of all that is no table, and of the lists. */
function leavesOf(document: unknown): readonly string[] {
  const leaves: string[] = [];
  const waiting: { readonly value: unknown; readonly path: readonly (string | number)[] }[] = [{ value: document, path: [] }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path } = next;
    const below: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
      ? value.map((item, index) => [index, item] as const)
      : isTable(value)
        ? Object.entries(value)
        : [];
    if (!isTable(value) && !Array.isArray(value)) leaves.push(JSON.stringify(path));
    for (const [key, item] of below) waiting.push({ value: item, path: [...path, key] });
  }
  return leaves;
}

function entryFaults(text: string, document: unknown, entry: TomlEntry): string[] {
  const place = JSON.stringify(entry.path);
  const strict = atPath(document, entry.path);
  const written = text.slice(entry.range.start, entry.range.end);
  const faults: string[] = [];
  if (strict === undefined) faults.push(`not there: ${place}`);
  if (!isSame(reread(written), strict)) faults.push(`another text: ${place} ${written}`);
  if (!kindsOf(strict).includes(entry.kind)) faults.push(`another kind: ${place} ${entry.kind}`);
  const value = entry.kind === 'string' || entry.kind === 'boolean' ? strict : undefined;
  if (entry.value !== value) faults.push(`another value: ${place} ${JSON.stringify(entry.value)}`);
  return [...faults, ...keyFaults(text, entry), ...partFaults(text, entry)];
}

function atPath(document: unknown, path: TomlEntry['path']): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | undefined)?.[key], document);
}

function reread(written: string): unknown {
  return parseToml(`x = ${written}`).document?.['x'];
}

function isSame(one: unknown, other: unknown): boolean {
  return serialized(one) === serialized(other);
}

function serialized(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' || typeof item === 'number' ? String(item) : item));
}

/** The strict parser tells dates without a zone, and times, as text. */
function kindsOf(value: unknown): readonly TomlEntry['kind'][] {
  if (typeof value === 'bigint') return ['integer'];
  if (typeof value === 'number') return ['float'];
  if (typeof value === 'boolean') return ['boolean'];
  if (typeof value === 'string') return /^(?:\d{4}-\d\d-\d\d|\d\d:\d\d)/.test(value) ? ['date', 'string'] : ['string'];
  if (value instanceof Date) return ['date'];
  return Array.isArray(value) ? ['list'] : ['table'];
}

/** The key's place, read again, names the end of the path. */
function keyFaults(text: string, { path, keyRange }: TomlEntry): string[] {
  if (keyRange === null) return typeof path.at(-1) === 'number' ? [] : [`no key: ${JSON.stringify(path)}`];
  let node: unknown = parseToml(`${text.slice(keyRange.start, keyRange.end)} = 1`).document;
  const parts: string[] = [];
  while (isTable(node)) {
    const [key = ''] = Object.keys(node);
    parts.push(key);
    node = node[key];
  }
  const end = path.slice(path.length - parts.length);
  return serialized(parts) === serialized(end) ? [] : [`another key: ${JSON.stringify(path)}`];
}

/** Each character of a string, read again at its place, is that character. */
function partFaults(text: string, entry: TomlEntry): string[] {
  if (typeof entry.value !== 'string') return [];
  const faults: string[] = [];
  const quote = text.slice(entry.range.start, entry.range.start + 1);
  let unit = 0;
  for (const character of entry.value) {
    const { start, end } = entry.rangeOf(unit, unit + character.length);
    unit += character.length;
    const written = text.slice(start, end);
    const read = written === character || reread(longString(quote, written)) === character;
    if (!read) faults.push(`another character: ${JSON.stringify(entry.path)} ${JSON.stringify(character)} at ${start}`);
  }
  const whole = entry.rangeOf(0, entry.value.length);
  if (whole.start < entry.range.start || whole.end > entry.range.end) faults.push(`outside: ${JSON.stringify(entry.path)}`);
  return faults;
}

function longString(quote: string, written: string): string {
  return written === '\r\n' ? `${quote.repeat(3)}\n\n${quote.repeat(3)}` : `${quote.repeat(3)}${written}${quote.repeat(3)}`;
}

function headerFaults(text: string, document: unknown, { headers }: ScannedToml): string[] {
  return headers.flatMap(({ path, isArray, range }) => {
    const written = text.slice(range.start, range.end);
    const isShaped = isArray ? /^\[\[.*\]\]$/s.test(written) : /^\[.*\]$/s.test(written) && !written.startsWith('[[');
    return isTable(atPath(document, path)) && isShaped ? [] : [`another header: ${written}`];
  });
}

function orderFaults({ entries }: ScannedToml): string[] {
  return entries.flatMap((entry, index) => {
    const before = entries[index - 1];
    return before && before.range.start > entry.range.start ? [`out of order: ${JSON.stringify(entry.path)}`] : [];
  });
}
