/** The letters of a normalised name as bits, so that names that differ in too many are told apart without a look at their order. */
export function letterMask(name: string): number {
  let mask = 0;
  for (let place = 0; place < name.length; place++) mask |= 1 << bitOf(name.charCodeAt(place));
  return mask;
}

/** Whether each of two masks has no more letters than `most`, 1 or 2, that the other has not. */
export function areAlikeInLetters(one: number, other: number, most: 1 | 2): boolean {
  return hasFewer(one & ~other, most) && hasFewer(other & ~one, most);
}

/** `bits & (bits - 1)` is the same without the lowest bit that is set. */
function hasFewer(bits: number, most: 1 | 2): boolean {
  const fewer = bits & (bits - 1);
  return (most === 1 ? fewer : fewer & (fewer - 1)) === 0;
}

/** Letters have a bit each, digits share five by two, everything else the last. */
function bitOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 97;
  return code >= 48 && code <= 57 ? 26 + ((code - 48) >> 1) : 31;
}
