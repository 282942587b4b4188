import { expect, test } from 'vitest';

import { labelText, visibleText } from '../../../../src/core/text/visibleText.ts';

test.each([
  ['plain', 'demo 1.0 – "ü" 漢字 \\ $x', 'demo 1.0 – "ü" 漢字 \\ $x'],
  ['an emoji', '\u{1F600}', '\u{1F600}'],
  ['a new line and a tab', 'a\n\tb', 'a\\u{a}\\u{9}b'],
  ['an escape sequence', '\u001b[31m', '\\u{1b}[31m'],
  ['DEL and C1', '\u007f\u0085\u009b', '\\u{7f}\\u{85}\\u{9b}'],
  ['a right-to-left override', 'a\u202eb\u202c', 'a\\u{202e}b\\u{202c}'],
  ['isolates and marks', '\u2066\u2069\u200e\u200f\u061c', '\\u{2066}\\u{2069}\\u{200e}\\u{200f}\\u{61c}'],
  ['zero-width', '\u200b\u200c\u200d\u2060\ufeff', '\\u{200b}\\u{200c}\\u{200d}\\u{2060}\\u{feff}'],
  ['a soft hyphen', '\u00ad', '\\u{ad}'],
  ['line and paragraph separators', '\u2028\u2029', '\\u{2028}\\u{2029}'],
  ['spaces that are none', '\u00a0\u2003\u3000', '\\u{a0}\\u{2003}\\u{3000}'],
  ['fillers', '\u3164\u115f\uffa0\u034f\u2800', '\\u{3164}\\u{115f}\\u{ffa0}\\u{34f}\\u{2800}'],
  ['variation selectors', 'a\ufe0f\u{e0100}', 'a\\u{fe0f}\\u{e0100}'],
  ['tags', '\u{e0041}', '\\u{e0041}'],
  ['private use', '\ue000\u{10fffd}', '\\u{e000}\\u{10fffd}'],
  ['lone surrogates', 'a\ud800b\udc00', 'a\\u{d800}b\\u{dc00}'],
  ['a noncharacter', '\uffff', '\\u{ffff}'],
])('%s', (_, text, visible) => {
  expect(visibleText(text)).toBe(visible);
});

test.each([
  ['$(error) demo', '$ (error) demo'],
  ['$$(sync~spin)$(x)', '$$ (sync~spin)$ (x)'],
  ['\\$(x)', '\\$ (x)'],
  ['$\u200b(x)', '$\\u{200b}(x)'],
  ['cost $5 (x)', 'cost $5 (x)'],
])('in a label %j is %j', (text, label) => {
  expect(labelText(text)).toBe(label);
});

test('nothing invisible is left of any code unit, and showing twice changes nothing', () => {
  for (let unit = 0; unit <= 0xffff; unit += 1) {
    const shown = visibleText(`a${String.fromCharCode(unit)}b`);
    if (!/^[\x20-\x7e\p{L}\p{M}\p{N}\p{P}\p{S}]+$/u.test(shown)) throw new Error(`left: ${unit.toString(16)}`);
    if (visibleText(shown) !== shown) throw new Error(`changed twice: ${unit.toString(16)}`);
  }
});
