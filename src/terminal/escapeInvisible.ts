import { replaceInvisible } from '../core/text/visibleText.ts';

/** In JSON's own escapes, so that a terminal shows what is there and a reader gets the same text. */
export function escapeInvisible(json: string): string {
  return replaceInvisible(json, character =>
    character === '\n' ? character : Array.from({ length: character.length }, (_, unit) => escape(character.charCodeAt(unit))).join(''),
  );
}

function escape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
