import { requiresFactor } from '../../core/indexes/indexProfile.ts';
import type { NotApprovedReason } from '../../core/messages/brokerMessages.ts';
import type { ApprovalView, ApproveRequest, PageProblem } from '../../core/messages/pageMessages.ts';
import type { FactorLevel } from '../../core/release/releasePlan.ts';
import { judgeToken } from '../../core/tokens/judgeToken.ts';
import type { Clock } from '../ports.ts';
import { isProblem, problem } from '../problem.ts';
import type { Claim } from '../release/claim.ts';
import { Secret } from '../secret.ts';
import type { FactorDesk } from './factorDesk.ts';

/** What the person decided, or what became of the wait for it. */
export type Decision =
  | { readonly kind: 'approved'; readonly level: FactorLevel; readonly token: Secret }
  | { readonly kind: 'not-approved'; readonly reason: NotApprovedReason };

export interface ApprovalDeskOptions {
  readonly clock: Clock;
  readonly claim: Claim;
  readonly factors: FactorDesk;
  readonly expiresAt: number;
  /** Resolves when nothing but the person is missing: with the index's own token, or null where one is asked for. */
  readonly prepared: Promise<Secret | null>;
}

/** Where one release waits for one decision. The first decision stands. */
export class ApprovalDesk {
  readonly decision: Promise<Decision>;
  readonly factors: FactorDesk;
  readonly #options: ApprovalDeskOptions;
  #resolve: (decision: Decision) => void = () => {};
  #isDecided = false;
  #isChecking = false;

  constructor(options: ApprovalDeskOptions) {
    this.#options = options;
    this.factors = options.factors;
    this.decision = new Promise(resolve => (this.#resolve = resolve));
  }

  get isDecided(): boolean {
    return this.#isDecided;
  }

  async view(): Promise<ApprovalView> {
    const { claim, expiresAt } = this.#options;
    const { manifest, profile, digest, notes } = claim;
    const artifacts = manifest.artifacts.map(artifact => ({ ...artifact, alreadyThere: claim.alreadyThere.includes(artifact.filename) }));
    const token = profile.kind === 'rehearsal' ? 'offered' : 'asked';
    const factor = await this.factors.view();
    return { profile, project: manifest.project, version: manifest.version, digest, artifacts, notes, token, factor, expiresAt };
  }

  /** Null where the release is approved by this. */
  async approve(request: ApproveRequest): Promise<PageProblem | null> {
    if (this.#isChecking) return problem('page', 'An approval is being checked already.');
    this.#isChecking = true;
    try {
      return await this.#approve(request);
    } finally {
      this.#isChecking = false;
    }
  }

  notApproved(reason: NotApprovedReason): void {
    this.#decide({ kind: 'not-approved', reason });
  }

  /** The token first: a slip there must not cost a touch of the key, or a code. */
  async #approve(request: ApproveRequest): Promise<PageProblem | null> {
    const typed = this.#typedToken(request.token);
    if (typed !== null && isProblem(typed)) return typed;
    const level = await this.factors.check(request);
    if (typeof level === 'object') {
      typed?.wipe();
      return this.#lockedOut(level);
    }
    const token = typed ?? (await this.#options.prepared);
    await this.#options.prepared;
    if (token !== null && this.#decide({ kind: 'approved', level, token })) return null;
    token?.wipe();
    return problem('page', 'This release was decided already.');
  }

  #typedToken(text: string | null): Secret | PageProblem | null {
    const { claim, clock } = this.#options;
    const { profile } = claim;
    if (profile.kind === 'rehearsal') return null;
    const verdict = judgeToken(text ?? '', profile, clock.now());
    return verdict.ok ? Secret.fromText(verdict.token) : problem('token', verdict.problem);
  }

  /** Where no further code can be tried as long as the page lives, there is nothing to wait for. */
  #lockedOut(refused: PageProblem): PageProblem {
    if (refused.nextTryAt !== undefined && refused.nextTryAt >= this.#options.expiresAt) this.notApproved('locked-out');
    return refused;
  }

  #decide(decision: Decision): boolean {
    if (this.#isDecided) return false;
    this.#isDecided = true;
    this.#resolve(decision);
    return true;
  }
}

/** Whether anything but a rehearsal may be approved without a factor is the profile's to say. */
export function wantsFactor(claim: Claim): boolean {
  return requiresFactor(claim.profile);
}
