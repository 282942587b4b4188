import * as v from 'valibot';

import { failureCodes } from '../failure.ts';

/**
 * What the extension host and the broker say to each other over the process channel. No message has a secret
 * in it. `sealKey` is half of one: it opens nothing without the broker's own files.
 */

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const filename = v.pipe(v.string(), v.regex(/^[A-Za-z0-9._+!-]+$/));

const manifest = v.object({
  schema: v.literal(1),
  index: v.object({ name: v.string(), uploadUrl: v.string() }),
  project: v.string(),
  version: v.string(),
  artifacts: v.pipe(v.array(v.pipe(v.object({ filename, size: v.number(), sha256 }), v.readonly())), v.readonly()),
});

const indexProfile = v.object({
  kind: v.picklist(['pypi', 'testpypi', 'rehearsal', 'private']),
  name: v.string(),
  uploadUrl: v.string(),
  readUrl: v.string(),
  username: v.string(),
  projectUrl: v.nullable(v.string()),
  tokenLocation: v.nullable(v.string()),
});

/** Sent once, first: where the broker finds what it needs. All paths are absolute. */
const start = v.object({
  kind: v.literal('start'),
  /** The broker's private folder: factors, attempts, journal. */
  storageFolder: v.string(),
  /** Page files and the launcher, as they ship in the extension. */
  pageFolder: v.string(),
  launcher: v.string(),
  environment: v.object({ python: v.string(), folder: v.string(), digest: sha256 }),
  /** The name under which the page is reached; also the relying party of its security keys. */
  pageHost: v.picklist(['localhost', 'countersign.localhost']),
  /** 32 bytes, base64. Seals the phone code's secret together with the broker's file. */
  sealKey: v.string(),
});

const countersign = v.object({
  kind: v.literal('countersign'),
  manifest,
  digest: sha256,
  /** The staging folder. */
  folder: v.string(),
  profile: indexProfile,
  /** The built-in index's control address, from which the broker takes the rehearsal's own token. */
  rehearsalControlUrl: v.nullable(v.string()),
  /** Names of artifacts that the index already holds with the same SHA-256; they are not sent again. */
  alreadyThere: v.pipe(v.array(filename), v.readonly()),
  /** Sentences for the page: the first release, the newest one, warnings. Plain text. */
  notes: v.pipe(v.array(v.string()), v.readonly()),
});

const upload = v.object({ kind: v.literal('upload'), digest: sha256, filename });
const verifying = v.object({ kind: v.literal('verifying') });

/** The words of the ending, for the page; the broker ends by itself once the page is gone or a minute has passed. */
const ended = v.object({
  kind: v.literal('ended'),
  tone: v.picklist(['good', 'bad', 'neutral']),
  title: v.string(),
  detail: v.string(),
  link: v.nullable(v.object({ title: v.string(), url: v.string() })),
  /** The rest may be sent later: the journal stays open. */
  resumable: v.boolean(),
});

/** Ends twine's process tree, or the wait for a person. */
const cancel = v.object({ kind: v.literal('cancel') });

export const hostMessage = v.variant('kind', [start, countersign, upload, verifying, ended, cancel]);
export type HostMessage = v.InferOutput<typeof hostMessage>;
export type StartMessage = v.InferOutput<typeof start>;
export type CountersignMessage = v.InferOutput<typeof countersign>;
export type EndedMessage = v.InferOutput<typeof ended>;

const connectionCause = v.picklist(['dns', 'refused', 'tls', 'dropped', 'stalled', 'proxy', 'other']);

/** How one run of twine ended. `reason` and `detail` are untrusted text, free of secrets. */
const uploadOutcome = v.variant('outcome', [
  v.object({ outcome: v.literal('uploaded') }),
  v.object({ outcome: v.literal('http'), status: v.number(), reason: v.string(), retryAfter: v.nullable(v.number()) }),
  v.object({ outcome: v.literal('connection'), cause: connectionCause, detail: v.string() }),
  v.object({ outcome: v.literal('redirect'), location: v.string() }),
  v.object({ outcome: v.literal('rejected'), detail: v.string() }),
  v.object({ outcome: v.literal('crashed'), detail: v.string() }),
  v.object({ outcome: v.literal('changed') }),
  v.object({ outcome: v.literal('cancelled') }),
]);
export { uploadOutcome };
export type UploadOutcome = v.InferOutput<typeof uploadOutcome>;

/** Why a person's approval was not had. */
const notApprovedReason = v.picklist(['refused', 'timed-out', 'page-closed', 'locked-out', 'cancelled']);
export type NotApprovedReason = v.InferOutput<typeof notApprovedReason>;

export const brokerMessage = v.variant('kind', [
  v.object({ kind: v.literal('ready') }),
  v.object({ kind: v.literal('page-open'), url: v.string() }),
  v.object({ kind: v.literal('approved'), digest: sha256, level: v.picklist([0, 1, 2, 3]) }),
  v.object({ kind: v.literal('not-approved'), reason: notApprovedReason }),
  v.object({ kind: v.literal('uploaded'), filename, result: uploadOutcome }),
  v.object({ kind: v.literal('log'), line: v.string() }),
  v.object({ kind: v.literal('failure'), code: v.picklist(failureCodes), detail: v.string() }),
]);
export type BrokerMessage = v.InferOutput<typeof brokerMessage>;
