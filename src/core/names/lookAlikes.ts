/** Single characters that are read, or heard, as one another. */
const pairs = ['0o', '1l', '1i', 'il', '5s', '3e', '4a', '8b', '7t', 'uv', 'vw', 'nm', 'gq', '2z', '9g', 'ij', 'cs', 'ck', 'sz', 'fp'];
const known = new Set(pairs.flatMap(pair => [pair, pair.charAt(1) + pair.charAt(0)]));

export function areLookAlikes(one: string, other: string): boolean {
  return known.has(one + other);
}

/** What is left of a name where letters that look like others become them: the same for `rn` and `m`, `vv` and `w`, `0` and `o`, `1` and `l`. */
export function shapeOf(name: string): string {
  return name.replaceAll('rn', 'm').replaceAll('vv', 'w').replaceAll('0', 'o').replaceAll('1', 'l');
}
