import * as v from 'valibot';

import type { IndexProfile } from '../indexes/indexProfile.ts';

/**
 * What the approval page and the broker say to each other: JSON over POST, same origin, with the session's
 * key in a header. The token travels here, from the person to the broker, and nowhere else.
 */

export const sessionHeader = 'x-countersign-session';

export const routes = {
  session: '/api/session',
  view: '/api/view',
  watch: '/api/watch',
  enrolKeyOptions: '/api/enrol/key/options',
  enrolKey: '/api/enrol/key',
  enrolCodeStart: '/api/enrol/code/start',
  enrolCode: '/api/enrol/code',
  approveKeyOptions: '/api/approve/key/options',
  approve: '/api/approve',
  refuse: '/api/refuse',
} as const;

/** For the routes that are told nothing. */
export const emptyRequest = v.object({});
export const sessionRequest = v.object({ ticket: v.pipe(v.string(), v.maxLength(64)) });

/** What the page shows. Text is plain: the page never reads it as HTML. */
export interface ApprovalView {
  readonly profile: IndexProfile;
  readonly project: string;
  readonly version: string;
  readonly digest: string;
  readonly artifacts: readonly ViewedArtifact[];
  readonly notes: readonly string[];
  /** `offered`: the rehearsal's own token is used and no field is shown. */
  readonly token: 'asked' | 'offered';
  readonly factor: ViewedFactor;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export interface ViewedArtifact {
  readonly filename: string;
  readonly size: number;
  readonly sha256: string;
  readonly alreadyThere: boolean;
}

export interface ViewedFactor {
  readonly required: boolean;
  /** `unusable`: something is enrolled that this page cannot read. */
  readonly enrolled: 'key' | 'code' | 'unusable' | null;
  /** Why the enrolled factor cannot be used on this page and what to do; null where it can. */
  readonly obstacle: string | null;
}

export interface SessionAnswer {
  readonly session: string;
  readonly view: ApprovalView;
}

export type FileState = 'waiting' | 'sending' | 'sent' | 'failed' | 'there';

/** Lines of the stream `watch`, one JSON object a line, the newest state each time. */
export type PageState = { readonly state: 'waiting' } | SendingState | { readonly state: 'verifying' } | EndedState;

export interface SendingState {
  readonly state: 'sending';
  readonly files: readonly { readonly filename: string; readonly state: FileState }[];
}

export interface EndedState {
  readonly state: 'ended';
  readonly tone: 'good' | 'bad' | 'neutral';
  readonly title: string;
  readonly detail: string;
  readonly link: { readonly title: string; readonly url: string } | null;
}

/** `token` is null where the broker offers one. */
const token = v.nullable(v.pipe(v.string(), v.maxLength(8192)));
const code = v.pipe(v.string(), v.maxLength(64));
/** A security key's answer as the browser gives it; its verification is what judges it. */
const response = v.record(v.string(), v.unknown());

export const approveRequest = v.variant('method', [
  v.object({ method: v.literal('key'), token, response }),
  v.object({ method: v.literal('code'), token, code }),
  v.object({ method: v.literal('none'), token }),
]);
export type ApproveRequest = v.InferOutput<typeof approveRequest>;

export const enrolKeyRequest = v.object({ response });
export const enrolCodeRequest = v.object({ code });

/** The text secret and `otpauth:` address of a phone code, shown once, in the page only. */
export interface CodeEnrolment {
  readonly secret: string;
  readonly uri: string;
}

/** Every refused request: what is wrong and what to do next, in plain words. `field` says where to show it. */
export interface PageProblem {
  readonly problem: string;
  readonly field: 'token' | 'code' | 'key' | 'page';
  /** Milliseconds since 1970: when a code may be typed again. */
  readonly nextTryAt?: number;
}

/** The status of a session request whose link has opened a page before. */
export const USED_LINK_STATUS = 410;
