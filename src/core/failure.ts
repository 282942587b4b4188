/** What the world can do to us: a closed list, so that every one has its words in `outcome/explain.ts`. */
export const failureCodes = [
  'python-missing',
  'python-too-old',
  'python-without-ensurepip',
  'environment-install-failed',
  'environment-no-network',
  'environment-changed',
  'build-failed',
  'files-unreadable',
  'index-unreachable',
  'index-answer-invalid',
  'rehearsal-index-failed',
  'broker-failed',
  'broker-changed',
  'page-unreachable',
  'unexpected',
] as const;

export type FailureCode = (typeof failureCodes)[number];

/** Thrown by adapters, caught once per front. `detail` is for people, already free of secrets. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;
  readonly detail: string;

  constructor(code: FailureCode, detail: string, options?: { cause?: unknown }) {
    super(`${code}: ${detail}`, options);
    this.code = code;
    this.detail = detail;
  }
}

/** A person's cancel. It is no failure and is never shown. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}
