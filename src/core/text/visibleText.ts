/**
 * What a reader cannot see, or what changes how the rest is read: control, format (bidirectional, zero-width),
 * unassigned and private characters and lone surrogates (C), line separators and every space other than the
 * common one (Z), fillers and variation selectors (default ignorable, UAX #44), and the empty braille pattern.
 */
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/gu;

/** Makes text from outside safe to show: what cannot be seen stands as `\u{…}`, so that nothing hides or reorders. */
export function visibleText(text: string): string {
  return replaceInvisible(text, character => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** The same for VS Code's labels, where `$(name)` would draw an icon: a space breaks it. */
export function labelText(text: string): string {
  return visibleText(text).replaceAll('$(', '$ (');
}

/** For formats with an escape of their own. `replacement` gets one code point, or a lone surrogate. */
export function replaceInvisible(text: string, replacement: (character: string) => string): string {
  return text.replace(INVISIBLE, replacement);
}
