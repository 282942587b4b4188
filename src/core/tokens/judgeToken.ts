import { addresses } from '../indexes/addresses.ts';
import type { IndexProfile } from '../indexes/indexProfile.ts';
import { parseApiToken, TOKEN_PREFIX, type ApiToken } from './apiToken.ts';
import { describeInWords, describeToken } from './describeToken.ts';

/** `token` is trimmed; `scope` is a few words for a person; `problem` says what is wrong and what to do, and holds no part of the text. */
export type TokenJudgement =
  { readonly ok: true; readonly token: string; readonly scope: string } | { readonly ok: false; readonly problem: string };

const issuers = [
  { name: 'PyPI', location: addresses.pypi.tokenLocation },
  { name: 'TestPyPI', location: addresses.testpypi.tokenLocation },
];

const COPY_AGAIN = 'Copy it again in one piece.';

/**
 * Judges what a person pasted, before it is sent anywhere. `now` is in milliseconds since 1970; without it no
 * token counts as expired. Where an index has tokens of its own kind, any single line passes.
 */
export function judgeToken(text: string, profile: Pick<IndexProfile, 'name' | 'tokenLocation'>, now?: number): TokenJudgement {
  const token = text.trim();
  const problem = formProblem(token) ?? (profile.tokenLocation === null ? null : pastedProblem(token, profile.name));
  if (problem !== null) return { ok: false, problem };
  const parsed = parseApiToken(token);
  if ('problem' in parsed) {
    if (profile.tokenLocation === null) return { ok: true, token, scope: 'scope unknown' };
    return { ok: false, problem: `This is no complete API token. ${parsed.problem} ${COPY_AGAIN}` };
  }
  const misuse =
    profile.tokenLocation === null
      ? strayProblem(parsed, profile.name)
      : (otherIndexProblem(parsed, profile) ?? caveatProblem(parsed, profile.name, now));
  return misuse === null ? { ok: true, token, scope: describeInWords(describeToken(parsed)) } : { ok: false, problem: misuse };
}

/** It becomes a line of HTTP, so a line break or a control character could make it two. */
function formProblem(token: string): string | null {
  if (token === '') return 'There is no token. Paste one.';
  if (/[\n\r\u2028\u2029]/.test(token)) return `This is more than one line. A token is a single line: paste only that. ${COPY_AGAIN}`;
  if (/\p{Cc}/u.test(token)) return `There is a control character in it. ${COPY_AGAIN}`;
  return null;
}

/** What people paste instead of a token, the more certain guess first. */
function pastedProblem(token: string, index: string): string | null {
  if (/^["'`‘’“”]|["'`‘’“”]$/.test(token)) return 'There are quotation marks around it. Paste only what is between them.';
  if (token.startsWith(TOKEN_PREFIX)) return /\s/.test(token) ? `There is white space inside the token. ${COPY_AGAIN}` : null;
  if (token.includes(TOKEN_PREFIX)) return `There is something before the token. Paste only the part from ${TOKEN_PREFIX} on.`;
  if (token === '__token__') return 'This is the user name that goes with every token. Paste the token itself.';
  if (!('problem' in parseApiToken(TOKEN_PREFIX + token)))
    return `The beginning of the token is missing: ${TOKEN_PREFIX} belongs to it. ${COPY_AGAIN}`;
  if (/^[0-9 ]{6,9}$/.test(token)) return `This looks like a sign-in code, not an API token. Tokens start with ${TOKEN_PREFIX}.`;
  if (/session(?:_id)?=|^eyJ|^[\w-]{8,}(?:\.[\w-]{4,}){1,2}$/i.test(token)) {
    return `This looks like a session cookie, not an API token. Create an API token in your account on ${index}; tokens start with ${TOKEN_PREFIX}.`;
  }
  return `This looks like a password, not an API token: tokens start with ${TOKEN_PREFIX}. ${index} takes no passwords for uploads; create an API token in your account there.`;
}

/** An index of one's own takes any secret, but one of PyPI's would be given away to it. */
function strayProblem({ location }: ApiToken, name: string): string | null {
  const issuer = issuers.find(known => known.location === location)?.name;
  return issuer === undefined ? null : `This token is for ${issuer}, and ${name} would learn it. Use a token or password of ${name}.`;
}

/** A hint only, as the location can be forged; but a token sent to another index than its own is a token given away. */
function otherIndexProblem(token: ApiToken, { name, tokenLocation }: Pick<IndexProfile, 'name' | 'tokenLocation'>): string | null {
  if (token.location === tokenLocation) return null;
  const issuer = issuers.find(known => known.location === token.location)?.name ?? 'another index';
  return `This token is for ${issuer}, and the release goes to ${name}. Use a token from your account on ${name}.`;
}

function caveatProblem(token: ApiToken, index: string, now: number | undefined): string | null {
  const { scope, notBefore, expiresAt, hasUnknownCaveat } = describeToken(token);
  const another = `Create another one in your account on ${index}.`;
  if (hasUnknownCaveat) return `This token has a condition that ${index} does not know, so it would be refused. ${another}`;
  if (scope.kind === 'projects' && scope.names.length === 0)
    return `The conditions of this token exclude each other: it is for no project at all. ${another}`;
  if (now === undefined) return null;
  if (expiresAt !== null && expiresAt <= now) return `This token has expired. ${another}`;
  if (notBefore !== null && notBefore > now) return `This token is not valid yet. Wait, or check this computer's clock.`;
  return null;
}
