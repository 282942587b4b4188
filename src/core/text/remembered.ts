const MOST = 2000;

/**
 * Does not read the same text twice, for readers that give the same answer to the same text: between two keystrokes most
 * of a file stays as it is. Bounded, and without hold on the text that a part was cut from.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  return text => {
    const known = young.get(text) ?? old.get(text);
    if (known !== undefined) return known;
    const own = copy(text);
    const answer = read(own);
    if (young.size >= MOST) {
      old = young;
      young = new Map<string, T>();
    }
    young.set(own, answer);
    return answer;
  };
}

/** Engines keep a whole text for a part of it; a copy lets the rest go. */
function copy(text: string): string {
  return text.split('').join('');
}
