import { scanToml, type Range, type ScannedToml, type TomlEntry } from '../../../../src/core/toml/scanToml.ts';
import { applySlip, breakText, type Slip } from './breakText.ts';
import type { Chance } from './chance.ts';

/** How much of what a whole file says is still read after a slip. Strings that the slip itself touches, or whose key or header, are left out. */
export interface TypingMeasure {
  expected: number;
  found: number;
  leftOut: number;
  /** Read as a dependency, and none in the whole file. */
  extra: number;
}

export interface Miss {
  readonly slip: Slip;
  readonly broken: string;
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

export function newMeasure(): TypingMeasure {
  return { expected: 0, found: 0, leftOut: 0, extra: 0 };
}

/** Breaks a file once and adds to the measure; the miss where there is one. */
export function measureSlip(whole: string, kind: string, chance: Chance, measure: TypingMeasure): Miss | null {
  const slip = breakText(whole, kind, chance);
  if (slip === null) return null;
  const broken = applySlip(whole, slip);
  const scanned = scanToml(whole);
  const strings = dependencyStrings(scanned);
  const found = new Set(dependencyStrings(scanToml(broken)).map(entry => placed(entry, entry.range)));
  const missing: string[] = [];
  const extra = new Set(found);
  for (const entry of strings) {
    const range = moved(entry.range, slip);
    if (range !== null) extra.delete(placed(entry, range));
    if (range === null || isNameTouched(entry, scanned, slip)) {
      measure.leftOut += 1;
      continue;
    }
    measure.expected += 1;
    if (found.has(placed(entry, range))) measure.found += 1;
    else missing.push(placed(entry, range));
  }
  const surplus = [...extra].filter(place => !isBesideSlip(place, slip));
  measure.extra += surplus.length;
  return missing.length + surplus.length === 0 ? null : { slip, broken, missing, extra: surplus };
}

const tables = [
  /^project\/dependencies$/,
  /^project\/optional-dependencies\/[^/]+$/,
  /^dependency-groups\/[^/]+$/,
  /^build-system\/requires$/,
  /^tool\/poetry\/(?:group\/[^/]+\/)?dependencies\/[^/]+(?:\/version)?$/,
  /^tool\/pdm\/dev-dependencies\/[^/]+$/,
  /^tool\/hatch\/envs\/[^/]+\/(?:extra-)?dependencies$/,
  /^tool\/uv\/(?:constraint|override)-dependencies$/,
];

function dependencyStrings(scanned: ScannedToml): readonly TomlEntry[] {
  return scanned.entries.filter(entry => entry.kind === 'string' && tables.some(table => table.test(tableOf(entry.path))));
}

/** Without the places in lists, which move with what comes and goes before. */
function tableOf(path: TomlEntry['path']): string {
  return path.filter(part => typeof part === 'string').join('/');
}

function placed(entry: TomlEntry, range: Range): string {
  return `${range.start}-${range.end} ${tableOf(entry.path)}`;
}

/** Where a range is after the slip; null where the slip goes into it. */
function moved({ start, end }: Range, slip: Slip): Range | null {
  const shift = slip.insert.length - (slip.end - slip.start);
  if (end <= slip.start) return { start, end };
  return start >= slip.end ? { start: start + shift, end: end + shift } : null;
}

/** Whether the slip meets a key or a header that names the string's table. */
function isNameTouched(entry: TomlEntry, { entries, headers }: ScannedToml, slip: Slip): boolean {
  const table = tableOf(entry.path);
  const isAround = (path: TomlEntry['path']): boolean => `${table}/`.startsWith(`${tableOf(path)}/`);
  const keys = entries.filter(({ path, keyRange }) => keyRange !== null && isAround(path)).map(({ keyRange }) => keyRange);
  const header = headers.findLast(({ range }) => range.start < entry.range.start);
  const names = [...keys, header?.range ?? null];
  return names.some(range => range !== null && range.start <= slip.end && range.end >= slip.start);
}

/** What the slip made of the string that it went into. */
function isBesideSlip(place: string, slip: Slip): boolean {
  const [start = 0, end = 0] = (place.split(' ')[0] ?? '').split('-').map(Number);
  return start <= slip.start + slip.insert.length && end >= slip.start;
}
