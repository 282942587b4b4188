/** A token in PyPI's format (a V2 macaroon) that no index ever issued. `mark` makes it one of a kind. */
export function fakeApiToken(location: string, mark = 'A'): string {
  const identifier = `00000000-0000-4000-8000-${mark.padEnd(12, '0').slice(0, 12)}`;
  const caveat = '[3, "11111111-2222-4333-8444-555555555555"]';
  const bytes = Buffer.concat([
    Buffer.from([2]),
    packet(1, location),
    packet(2, identifier),
    Buffer.from([0]),
    packet(2, caveat),
    Buffer.from([0, 0, 6, 32]),
    Buffer.alloc(32, mark),
  ]);
  return `pypi-${bytes.toString('base64url')}`;
}

function packet(type: number, content: string): Buffer {
  return Buffer.concat([Buffer.from([type, content.length]), Buffer.from(content)]);
}
