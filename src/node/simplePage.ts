import type { IndexFile } from '../app/ports.ts';

/** A file as a page of the Simple API lists it. */
export interface SimpleAnchor {
  readonly filename: string;
  /** Lower case; null where there is none. */
  readonly sha256: string | null;
  /** Null: not yanked (PEP 592). */
  readonly yanked: string | null;
  readonly requiresPython: string | null;
  readonly provenance: string | null;
}

/** The files of a PEP 503 page: one anchor each, its text the file's name, the hash in the address's fragment. */
export function readSimplePage(html: string): IndexFile[] {
  return readSimpleAnchors(html).map(({ filename, sha256 }) => ({ filename, sha256 }));
}

/** The same with what PEP 592, 503 and 740 put beside it. */
export function readSimpleAnchors(html: string): SimpleAnchor[] {
  return tagsOf(html, /<a(?=\s)/gi).flatMap(({ attributes, end }) => {
    const stop = html.indexOf('<', end);
    const filename = decode(html.slice(end, stop < 0 ? end : stop).trim());
    const href = attributes.get('href');
    if (href === undefined || filename === '') return [];
    return {
      filename,
      sha256: digestIn(href),
      yanked: attributes.get('data-yanked') ?? null,
      requiresPython: attributes.get('data-requires-python') ?? null,
      provenance: attributes.get('data-provenance') ?? null,
    };
  });
}

/** The content of a `<meta>` of that name; null without one (PEP 629, PEP 792). */
export function readSimpleMeta(html: string, name: string): string | null {
  const meta = tagsOf(html.slice(0, 10_000), /<meta(?=\s)/gi).find(({ attributes }) => attributes.get('name') === name);
  return meta?.attributes.get('content') ?? null;
}

function digestIn(href: string): string | null {
  const fields = href.slice(href.indexOf('#') + 1).split('&');
  return fields.flatMap(field => /^sha256=([0-9a-f]{64})$/i.exec(field)?.[1]?.toLowerCase() ?? []).at(0) ?? null;
}

interface Tag {
  readonly attributes: ReadonlyMap<string, string>;
  /** Behind its `>`. */
  readonly end: number;
}

/** Each search goes on behind the last tag, so that a page is read once, however broken. */
function tagsOf(html: string, opening: RegExp): readonly Tag[] {
  const tags: Tag[] = [];
  opening.lastIndex = 0;
  while (opening.test(html)) {
    const tag = tagAt(html, opening.lastIndex);
    tags.push(tag);
    opening.lastIndex = tag.end;
  }
  return tags;
}

/** One attribute, or the end of the tag. A value in quotes may hold what would end the tag elsewhere. */
const ATTRIBUTE = /\s*(?:(>)|([^\s=>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']*)))?|.)/suy;

function tagAt(html: string, start: number): Tag {
  const attributes = new Map<string, string>();
  ATTRIBUTE.lastIndex = start;
  for (let match = ATTRIBUTE.exec(html); match !== null; match = ATTRIBUTE.exec(html)) {
    const [, close, name, double, single, bare] = match;
    if (close !== undefined) return { attributes, end: ATTRIBUTE.lastIndex };
    if (name !== undefined) attributes.set(name.toLowerCase(), decode(double ?? single ?? bare ?? ''));
  }
  return { attributes, end: html.length };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39|#x27);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
