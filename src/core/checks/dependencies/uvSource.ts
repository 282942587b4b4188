import type { DirectReference } from '../../documents/requirement.ts';

/** The inline table by which `[tool.uv.sources]` says the same address; null where uv has no words for it. */
export function uvSource(reference: DirectReference): string | null {
  const { url, kind, hashes } = reference;
  if (!/^[!-~]+$/.test(url) || url.includes('${') || hashes.length > 0) return null;
  const [address = '', fragment = ''] = url.split('#', 2);
  const subdirectory = fragment.split('&').find(part => part.startsWith('subdirectory='));
  const where = subdirectory === undefined ? [] : [pair('subdirectory', subdirectory.slice('subdirectory='.length))];
  if (kind === 'path') return table([pair('path', address)]);
  if (kind === 'archive') return table([pair('url', address), ...where]);
  return /^git\+/i.test(address) ? table([...checkout(reference, address.slice('git+'.length)), ...where]) : null;
}

function checkout({ revision }: DirectReference, address: string): readonly string[] {
  if (revision === null) return [pair('git', address)];
  return [pair('git', address.slice(0, -`@${revision}`.length)), pair('rev', revision)];
}

function pair(key: string, text: string): string {
  return `${key} = ${JSON.stringify(text)}`;
}

function table(pairs: readonly string[]): string {
  return `{ ${pairs.join(', ')} }`;
}
