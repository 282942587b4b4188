const MOST = 2000;

/**
 * Does not read the same text twice, for readers that give the same answer to the same text: between two keystrokes most
 * of a file stays as it is. Bounded, and without hold on the text that a part was cut from.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const recall = memory<T>();
  return text => recall(text, read);
}

/** The same for answers that depend on more than one text; the key has to name it all. What `make` is given is a copy of the key. */
export function memory<T>(): (key: string, make: (key: string) => T) => T {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  return (key, make) => {
    const known = young.get(key) ?? old.get(key);
    if (known !== undefined) return known;
    const own = ownText(key);
    const answer = make(own);
    if (young.size >= MOST) {
      old = young;
      young = new Map<string, T>();
    }
    young.set(own, answer);
    return answer;
  };
}

/** Engines keep a whole text for a part of it; a copy lets the rest go. */
export function ownText(text: string): string {
  return text.split('').join('');
}
