import { describe, expect, test } from 'vitest';

import { readSimpleAnchors, readSimpleMeta, readSimplePage } from '../../../src/node/simplePage.ts';

const sha256 = 'ab'.repeat(32);
const none = { sha256: null, yanked: null, requiresPython: null, provenance: null };

describe('a page of the Simple API in HTML', () => {
  test.each<[string, string, object]>([
    ['a hash', `<a href="../a.whl#sha256=${sha256}">a.whl</a>`, { sha256 }],
    ['a hash in capitals, behind another field', `<a href='a.whl#egg=a&amp;sha256=${sha256.toUpperCase()}'>a.whl</a>`, { sha256 }],
    ['a hash cut short', '<a href="a.whl#sha256=abc">a.whl</a>', {}],
    ['a yank with a reason', '<a data-yanked="it &lt;breaks&gt; &amp; burns" href=x>a.whl</a>', { yanked: 'it <breaks> & burns' }],
    ['a yank without', '<a href=x data-yanked>a.whl</a>', { yanked: '' }],
    ['an unescaped bound', '<a href="x" data-requires-python=">=3.9">a.whl</a>', { requiresPython: '>=3.9' }],
    ['an escaped bound', '<A HREF="x" DATA-REQUIRES-PYTHON="&gt;=3.9, &lt;4">\n a.whl \n</A>', { requiresPython: '>=3.9, <4' }],
    ['attestations', '<a href="x" data-provenance="https://index.example/p">a.whl</a>', { provenance: 'https://index.example/p' }],
  ])('%s', (_, html, expected) => {
    expect(readSimpleAnchors(html)).toEqual([{ filename: 'a.whl', ...none, ...expected }]);
  });

  test('anchors without an address or a name are none', () => {
    expect(readSimplePage('<a>a.whl</a><a href=x></a><abbr href=x>b.whl</abbr><a href="x">c.whl')).toEqual([]);
  });

  test('its status', () => {
    const html = '<html><head><meta name="pypi:project-status" content="archived"><meta content="a &quot;b&quot;" name="x"></head>';
    expect([readSimpleMeta(html, 'pypi:project-status'), readSimpleMeta(html, 'x'), readSimpleMeta(html, 'y')]).toEqual([
      'archived',
      'a "b"',
      null,
    ]);
  });

  test.each([
    ['openings', '<a '],
    ['attributes', '<a href="x" '],
    ['quotes', '<a href="'],
    ['single quotes', "<a x='"],
    ['blanks', '<a          '],
    ['fragments', '<a href="#&#&'],
  ])('half a million unfinished %s take no time to notice', (_, part) => {
    const started = performance.now();
    readSimpleAnchors(part.repeat(500_000 / 4));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
