/** The letters of a normalised name as bits, so that names that differ in too many are told apart without a look at their order. */
export function letterMask(name: string): number {
  let mask = 0;
  for (let place = 0; place < name.length; place++) mask |= 1 << bitOf(name.charCodeAt(place));
  return mask;
}

/** Whether of two masks the first has at most `lost` letters that the other has not, and the other at most `gained`; both 0 to 2. */
export function areAlikeInLetters(one: number, other: number, lost: number, gained: number): boolean {
  return hasAtMost(one & ~other, lost) && hasAtMost(other & ~one, gained);
}

/** `bits & (bits - 1)` is the same without the lowest bit that is set. */
function hasAtMost(bits: number, most: number): boolean {
  if (bits === 0 || most === 0) return bits === 0;
  const fewer = bits & (bits - 1);
  return (most === 1 ? fewer : fewer & (fewer - 1)) === 0;
}

/** Letters have a bit each, digits share five by two, everything else the last. */
function bitOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 97;
  return code >= 48 && code <= 57 ? 26 + ((code - 48) >> 1) : 31;
}
