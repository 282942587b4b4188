/** The parts of an address that rules on indexes look at, read as leniently as installers do. */
export interface UrlParts {
  /** Lower case: `https`, `git+ssh`. */
  readonly scheme: string;
  /** What stands before `@`; null where nothing does. May be a secret: never show it. */
  readonly userInfo: string | null;
  /** Lower case, without its port. */
  readonly host: string;
}

const AUTHORITY_END = /[/?#\s"'<>]/;

/** Of the first address in the text; null where there is none. An `@` in a password is part of it, as in Python's own reading. */
export function urlParts(text: string): UrlParts | null {
  const mark = text.indexOf('://');
  const scheme = schemeBefore(text, mark);
  if (scheme === '') return null;
  const rest = text.slice(mark + 3);
  const end = rest.search(AUTHORITY_END);
  const authority = end < 0 ? rest : rest.slice(0, end);
  const at = authority.lastIndexOf('@');
  return { scheme, userInfo: at < 0 ? null : authority.slice(0, at), host: hostIn(authority.slice(at + 1)) };
}

/** Backwards from the mark: `demo@https://…` is a name and an address. */
function schemeBefore(text: string, mark: number): string {
  let start = mark;
  while (start > 0 && /[a-z0-9+.-]/i.test(text.charAt(start - 1))) start -= 1;
  return text.slice(start, Math.max(mark, 0)).toLowerCase();
}

function hostIn(hostAndPort: string): string {
  return hostAndPort.replace(/:[0-9]*$/, '').toLowerCase();
}

/** Whether what is sent there never leaves this computer. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || host === '::1' || /^127(?:\.[0-9]+){3}$/.test(host);
}
