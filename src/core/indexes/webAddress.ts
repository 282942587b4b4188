/** An address of an index, in the one spelling that is stored, shown and compared. */
export interface WebAddress {
  readonly secure: boolean;
  /** Lower case, never decoded from punycode, so that a person sees the letters that are really asked for. */
  readonly host: string;
  readonly isLoopback: boolean;
  /** The whole address. */
  readonly url: string;
}

/** scheme://host[:port]/path; everything else that RFC 3986 knows has no business here. */
const GRAMMAR = /^(https?):\/\/([^/:?#[\]]+|\[[^\]]*\])(?::([0-9]+))?(\/.*)?$/i;

/**
 * Reads an address strictly, so that this program, twine and a person cannot see different hosts in it. The
 * problem completes "the address …".
 */
export function parseWebAddress(text: string): WebAddress | { readonly problem: string } {
  const oddity = oddities.find(([pattern]) => pattern.test(text));
  if (oddity) return { problem: oddity[1] };
  const [, scheme, rawHost, port, path = '/'] = GRAMMAR.exec(text) ?? [];
  if (scheme === undefined || rawHost === undefined) return { problem: 'is no web address: write https://host/path.' };
  const host = rawHost.toLowerCase();
  if (!isHost(host)) return { problem: 'has no valid host name in it.' };
  if (port !== undefined && (port.startsWith('0') || Number(port) > 65535)) return { problem: 'has no valid port.' };
  if (!isPath(path))
    return { problem: 'has a path that could be read in two ways: leave out "." and "..", and write a percent sign as %25.' };
  const secure = scheme.toLowerCase() === 'https';
  const isDefaultPort = port === undefined || Number(port) === (secure ? 443 : 80);
  const url = `${secure ? 'https' : 'http'}://${host}${isDefaultPort ? '' : `:${port}`}${path}`;
  return { secure, host, isLoopback: isLoopback(host), url };
}

const oddities: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'is empty.'],
  [/[^\x21-\x7e]/, 'has white space or a character outside ASCII in it: write other letters as the host stands in the DNS (xn--…).'],
  [/^(?!https?:\/\/)/i, 'does not start with https://.'],
  [/^[^?#]*\\/, 'has a backslash in it: write /.'],
  [/^\w+:\/\/[^/?#]*@/, 'has a user name or password in it. Leave it out; the token is asked for when you publish.'],
  [/[?#]/, 'has a query or a fragment (what follows ? or #). Leave it out.'],
];

/** A DNS name of letters, digits and hyphens (RFC 1123), four decimal numbers, or an IPv6 address in brackets. */
function isHost(host: string): boolean {
  if (host.startsWith('[')) return isIpv6(host.slice(1, -1));
  const labels = host.split('.');
  // Browsers and Python read 127.1, 0x7f.1 and 017700000001 as addresses, each in its own way.
  if (/^(?:[0-9]+|0x[0-9a-f]*)$/.test(labels.at(-1) ?? '')) return labels.length === 4 && labels.every(isOctet);
  return host.length <= 253 && labels.every(label => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label));
}

function isOctet(label: string): boolean {
  return /^(?:0|[1-9][0-9]{0,2})$/.test(label) && Number(label) <= 255;
}

/** Groups of hexadecimal digits, one run of zeros left out at most (RFC 4291, section 2.2); no embedded IPv4, no zone. */
function isIpv6(address: string): boolean {
  const halves = address.split('::');
  const groups = halves.flatMap(half => (half === '' ? [] : half.split(':')));
  const isComplete = halves.length === 1 ? groups.length === 8 : halves.length === 2 && groups.length < 8;
  return isComplete && groups.every(group => /^[0-9a-f]{1,4}$/.test(group));
}

/** RFC 3986, section 3.3, without segments that would be taken out again. */
function isPath(path: string): boolean {
  return /^(?:\/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)+$/.test(path) && !/\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(?:\.[0-9]+){3}$/.test(host);
}
