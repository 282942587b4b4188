import { scanToml, type Range } from '../../../../src/core/toml/scanToml.ts';

/** What no text, however broken, may make the scanner do: places outside of the text, or out of order. */
export function judgeShape(text: string): readonly string[] {
  const { entries, headers } = scanToml(text);
  const faults: string[] = [];
  const isInside = ({ start, end }: Range): boolean => start >= 0 && start <= end && end <= text.length;
  const judge = (name: string, ranges: readonly (Range | null)[]): void => {
    if (!ranges.every(range => range === null || isInside(range))) faults.push(`outside: ${name}`);
  };
  let last = 0;
  for (const entry of entries) {
    const { path, kind, range, keyRange, value } = entry;
    const name = JSON.stringify(path);
    judge(name, [range, keyRange, entry.rangeOf(0, 1), entry.rangeOf(1, 2), entry.rangeOf(-1, 1e9)]);
    if (range.start < last) faults.push(`out of order: ${name}`);
    if (path.length === 0 || path.some(part => typeof part === 'number' && !(part >= 0))) faults.push(`no path: ${name}`);
    if ((typeof value === 'string') !== (kind === 'string')) faults.push(`no text: ${name}`);
    last = range.start;
  }
  for (const { path, range } of headers) judge(JSON.stringify(path), [range]);
  return faults;
}
