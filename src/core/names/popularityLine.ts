import type { NameList } from './nameList.ts';
import { popularityOf } from './popularity.ts';

/** How popular a project is, as the beginning of a sentence, with the age of the list; null where nothing is known of it. */
export function popularityLine(name: string, list: NameList): string | null {
  const popularity = popularityOf(name, list);
  if (popularity === null) return null;
  const { words, date } = popularity;
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)} (list of ${date})`;
}
