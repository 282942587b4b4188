const NONE = 'A'.charCodeAt(0);
const MOST_SHARED = 25;

/**
 * Words or names without capitals as one text, about a fifth smaller when compressed than a line each: in order, each without
 * the letters that it shares with the one before, whose number stands there as a capital (`AdjangoGs` is `django`, `djangos`).
 */
export function foldWords(words: Iterable<string>): string {
  const sorted = [...new Set(words)].sort();
  return sorted.map((word, place) => foldWord(word, sorted[place - 1] ?? '')).join('');
}

/** The words again, in order. Whatever is no such text gives some other words. */
export function unfoldWords(folded: string): readonly string[] {
  let word = '';
  return (folded.match(/[A-Z][^A-Z]*/g) ?? []).map(part => (word = word.slice(0, part.charCodeAt(0) - NONE) + part.slice(1).trimEnd()));
}

function foldWord(word: string, before: string): string {
  let shared = 0;
  while (shared < MOST_SHARED && shared < before.length && word[shared] === before[shared]) shared++;
  return String.fromCharCode(NONE + shared) + word.slice(shared);
}
