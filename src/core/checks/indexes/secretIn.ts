import { urlParts } from './urlParts.ts';

/** What stands before the `@` of an address, where a password or token is in it; null elsewhere. Never to be shown. */
export function secretIn(text: string): string | null {
  const userInfo = addressesIn(text)
    .map(url => urlParts(url)?.userInfo ?? null)
    .find(found => found !== null && isSecret(found));
  return userInfo ?? null;
}

/** A text may be an address, a requirement with one (`name @ https://…`), or list several. */
function addressesIn(text: string): readonly string[] {
  return text.split(/[\s,;"'<>]+/).filter(word => word.includes('://'));
}

/** What GitHub wants in the place of a password behind a token. */
const NO_PASSWORD = 'x-oauth-basic';

/** A user's name alone is none, unless it has the form of a token: `https://TOKEN@host` is how many services take them. */
function isSecret(userInfo: string): boolean {
  const colon = userInfo.indexOf(':');
  const user = colon < 0 ? userInfo : userInfo.slice(0, colon);
  const password = colon < 0 ? '' : userInfo.slice(colon + 1);
  return password === '' || password === NO_PASSWORD ? isTokenShaped(user) : !isPlaceholder(password);
}

/** A variable that is filled in elsewhere, or stars and brackets that stand for one. */
function isPlaceholder(password: string): boolean {
  return /^(?:(?:\$\{[^{}]*\})+|\$\w+|%\w+%|\{+[^{}]*\}+|\*+|x{3,})$/i.test(password);
}

function isTokenShaped(user: string): boolean {
  return /^(?:pypi-|gh[pousr]_|github_pat_|gl[a-z]{2,5}-|[A-Za-z0-9_-]{32,}$)/.test(user);
}
