import type { IndexFile } from '../app/ports.ts';

const ANCHOR = /<a\b([^>]*)>([^<]*)<\/a>/gi;
const HREF = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/i;

/** The files of a PEP 503 page: one anchor each, its text the file's name, the hash in the address's fragment. */
export function readSimplePage(html: string): IndexFile[] {
  return [...html.matchAll(ANCHOR)].flatMap(([, attributes = '', text = '']) => {
    const href = HREF.exec(attributes);
    const filename = text.trim();
    if (href === null || filename === '') return [];
    const sha256 = /#(?:.*&)?sha256=([0-9a-fA-F]{64})\b/.exec((href[1] ?? href[2] ?? '').replaceAll('&amp;', '&'))?.[1];
    return [{ filename, sha256: sha256?.toLowerCase() ?? null }];
  });
}
