import * as v from 'valibot';

const key = v.object({
  schema: v.literal(1),
  kind: v.literal('key'),
  /** The host name it was enrolled under: a browser uses it on pages of that name only. */
  relyingParty: v.string(),
  /** base64url, like the public key. */
  credential: v.string(),
  publicKey: v.string(),
  transports: v.array(v.string()),
  /** Of the newest signature; a lower one later means that there is a copy of the key. */
  counter: v.number(),
});

const code = v.object({
  schema: v.literal(1),
  kind: v.literal('code'),
  sealed: v.object({ salt: v.string(), nonce: v.string(), box: v.string() }),
  /** The newest time step of which a code was accepted. */
  lastStep: v.number(),
});

export const storedFactor = v.variant('kind', [key, code]);
export type StoredFactor = v.InferOutput<typeof storedFactor>;
export type KeyFactor = v.InferOutput<typeof key>;
export type CodeFactor = v.InferOutput<typeof code>;

/** `unreadable` is not `none`: a spoilt file must never lead to a silent new enrolment. */
export type FactorState = StoredFactor | { readonly kind: 'none' } | { readonly kind: 'unreadable' };
