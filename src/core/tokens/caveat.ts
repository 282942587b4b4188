import * as v from 'valibot';

/** A condition of a token, as PyPI understands it. Times are in seconds since 1970. */
export type Caveat =
  | { readonly kind: 'lifetime'; readonly notBefore: number; readonly expiresAt: number }
  /** The project's normalised name must be in the list as it is written. */
  | { readonly kind: 'projects'; readonly names: readonly string[] }
  | { readonly kind: 'project-ids' }
  | { readonly kind: 'user' }
  /** Of Trusted Publishing: short-lived. */
  | { readonly kind: 'publisher' }
  /** PyPI refuses every token that has one. */
  | { readonly kind: 'unknown' };

const seconds = v.pipe(v.number(), v.safeInteger());
const names = v.array(v.string());

/** Arrays of a tag and its fields; PyPI ignores what follows them. The objects are the form of older tokens, which it still reads. */
const known = v.union([
  v.pipe(
    v.tuple([v.literal(0), seconds, seconds]),
    v.transform(([, expiresAt, notBefore]) => lifetime(expiresAt, notBefore)),
  ),
  v.pipe(
    v.tuple([v.literal(1), names]),
    v.transform(([, list]) => projects(list)),
  ),
  v.pipe(
    v.tuple([v.literal(2), names]),
    v.transform((): Caveat => ({ kind: 'project-ids' })),
  ),
  v.pipe(
    v.tuple([v.literal(3), v.string()]),
    v.transform((): Caveat => ({ kind: 'user' })),
  ),
  v.pipe(
    v.tuple([v.literal(4), v.string(), v.nullable(v.record(v.string(), v.unknown()))]),
    v.transform((): Caveat => ({ kind: 'publisher' })),
  ),
  v.pipe(
    v.object({ version: v.literal(1), permissions: v.literal('user') }),
    v.transform((): Caveat => ({ kind: 'user' })),
  ),
  v.pipe(
    v.object({ version: v.literal(1), permissions: v.object({ projects: names }) }),
    v.transform(old => projects(old.permissions.projects)),
  ),
  v.pipe(
    v.object({ exp: seconds, nbf: seconds }),
    v.transform(({ exp, nbf }) => lifetime(exp, nbf)),
  ),
  v.pipe(
    v.object({ project_ids: names }),
    v.transform((): Caveat => ({ kind: 'project-ids' })),
  ),
]);

/** Reads a caveat's JSON. Whatever PyPI would not accept, to the type of each field, is `unknown`. */
export function readCaveat(text: string): Caveat {
  const parsed = v.safeParse(known, parseJson(text));
  if (!parsed.success) return { kind: 'unknown' };
  // PyPI's times are integers, and 1.0 is none; JavaScript's parser cannot tell the two apart.
  if (parsed.output.kind === 'lifetime' && /\d[.eE]/.test(text)) return { kind: 'unknown' };
  return parsed.output;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function lifetime(expiresAt: number, notBefore: number): Caveat {
  return { kind: 'lifetime', notBefore, expiresAt };
}

function projects(list: readonly string[]): Caveat {
  return { kind: 'projects', names: list };
}
