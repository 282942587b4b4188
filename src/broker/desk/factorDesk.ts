import { forgetFactorTitle } from '../../core/factors/forgetFactorTitle.ts';
import type { ApproveRequest, CodeEnrolment, PageProblem, ViewedFactor } from '../../core/messages/pageMessages.ts';
import type { FactorLevel } from '../../core/release/releasePlan.ts';
import { Challenges } from '../factors/challenges.ts';
import type { CodeFactor } from '../factors/codeFactor.ts';
import type { FactorStore } from '../factors/factorStore.ts';
import { finishKeyApproval, startKeyApproval } from '../factors/keyApproval.ts';
import { finishKeyEnrolment, startKeyEnrolment } from '../factors/keyEnrolment.ts';
import type { FactorState, StoredFactor } from '../factors/storedFactor.ts';
import type { PageAddress } from '../http/address.ts';
import type { BrokerPorts } from '../ports.ts';
import { isProblem, problem } from '../problem.ts';

/** What each factor's approval is worth, in the sense of the documentation's table. */
const levels = { key: 2, code: 1, none: 0 } as const satisfies Record<ApproveRequest['method'], FactorLevel>;

export interface FactorDeskOptions {
  readonly ports: BrokerPorts;
  readonly address: PageAddress;
  readonly store: FactorStore;
  readonly code: CodeFactor;
  /** Whether an approval without a factor is refused. */
  readonly required: boolean;
  readonly digest: string;
}

/** The factors of one page: enrolled once, then asked for. */
export class FactorDesk {
  readonly #options: FactorDeskOptions;
  readonly #enrolments: Challenges;
  readonly #approvals: Challenges;

  constructor(options: FactorDeskOptions) {
    const { clock, limits } = options.ports;
    this.#options = options;
    this.#enrolments = new Challenges(clock, limits.challengeLife);
    this.#approvals = new Challenges(clock, limits.challengeLife);
  }

  async view(): Promise<ViewedFactor> {
    const factor = await this.#options.store.read();
    const enrolled = factor.kind === 'none' ? null : factor.kind === 'unreadable' ? 'unusable' : factor.kind;
    return { required: this.#options.required, enrolled, obstacle: this.#obstacle(factor) };
  }

  async startKeyEnrolment(session: string): Promise<object> {
    return (await this.#enrolled()) ?? startKeyEnrolment(this.#keyOptions(this.#enrolments), session);
  }

  async finishKeyEnrolment(response: Readonly<Record<string, unknown>>): Promise<PageProblem | null> {
    return this.#enrol(await finishKeyEnrolment(this.#keyOptions(this.#enrolments), response));
  }

  async startCodeEnrolment(): Promise<CodeEnrolment | PageProblem> {
    return (await this.#enrolled()) ?? this.#options.code.startEnrolment();
  }

  async finishCodeEnrolment(typed: string): Promise<PageProblem | null> {
    return this.#enrol(this.#options.code.confirmEnrolment(typed));
  }

  startKeyApproval(): Promise<object> {
    return startKeyApproval(this.#keyOptions(this.#approvals), this.#options.digest);
  }

  /** The level of the approval, or what is wrong with it. */
  async check(request: ApproveRequest): Promise<FactorLevel | PageProblem> {
    const obstacle = await this.#checkMethod(request);
    return obstacle ?? levels[request.method];
  }

  async #checkMethod(request: ApproveRequest): Promise<PageProblem | null> {
    if (request.method === 'key') return finishKeyApproval(this.#keyOptions(this.#approvals), request.response);
    if (request.method === 'code') return this.#options.code.approve(request.code);
    return this.#options.required ? problem('page', 'This index wants an approval with a security key or a code.') : null;
  }

  async #enrolled(): Promise<PageProblem | null> {
    return (await this.#options.store.read()).kind === 'none' ? null : TAKEN;
  }

  async #enrol(factor: StoredFactor | PageProblem): Promise<PageProblem | null> {
    if (isProblem(factor)) return factor;
    return (await this.#options.store.enrol(factor)) ? null : TAKEN;
  }

  #keyOptions<C extends Challenges>(
    challenges: C,
  ): { address: PageAddress; challenges: C; chance: BrokerPorts['chance']; store: FactorStore } {
    const { address, ports, store } = this.#options;
    return { address, challenges, chance: ports.chance, store };
  }

  #obstacle(factor: FactorState): string | null {
    if (factor.kind === 'none') return null;
    if (factor.kind === 'unreadable')
      return `The file of your approval factor cannot be read. Run "${forgetFactorTitle}" in VS Code, then enrol again.`;
    if (factor.kind === 'code') return this.#options.code.obstacle(factor);
    return factor.relyingParty === this.#options.address.hostName ? null : elsewhere(factor.relyingParty, this.#options.address.hostName);
  }
}

const TAKEN = problem('page', `A factor is enrolled already. To use another, run "${forgetFactorTitle}" in VS Code first.`);

function elsewhere(enrolled: string, here: string): string {
  return (
    `Your security key was enrolled on a page named "${enrolled}", and this page is named "${here}": the browser does not let it sign here. ` +
    `Publish where you enrolled it, or run "${forgetFactorTitle}" in VS Code and enrol it again.`
  );
}
