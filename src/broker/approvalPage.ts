import type { StartMessage } from '../core/messages/brokerMessages.ts';
import type { PageState } from '../core/messages/pageMessages.ts';
import { ApprovalDesk, wantsFactor, type Decision } from './desk/approvalDesk.ts';
import { FactorDesk } from './desk/factorDesk.ts';
import { deskRoutes } from './desk/routes.ts';
import { CodeFactor } from './factors/codeFactor.ts';
import { FactorStore } from './factors/factorStore.ts';
import type { PageAddress } from './http/address.ts';
import { Admission } from './http/admission.ts';
import type { PageFiles } from './http/pageFiles.ts';
import { servePage, type PageRoom, type ServedPage } from './http/pageServer.ts';
import { Watchers } from './http/watchers.ts';
import type { BrokerPorts } from './ports.ts';
import type { Claim } from './release/claim.ts';
import type { Secret } from './secret.ts';

export interface ApprovalPageOptions {
  readonly ports: BrokerPorts;
  readonly start: StartMessage;
  readonly claim: Claim;
  readonly files: PageFiles;
  readonly prepared: Promise<Secret | null>;
  /** The person's tab was closed, after the decision. */
  readonly onGone: () => void;
}

/** One page for one release, from its link to its ending. */
export class ApprovalPage {
  readonly url: string;
  readonly decision: Promise<Decision>;
  readonly #served: ServedPage;
  readonly #code: CodeFactor;

  private constructor(served: ServedPage, code: CodeFactor) {
    this.url = served.url;
    this.decision = served.room.desk.decision;
    this.#served = served;
    this.#code = code;
  }

  static async open(options: ApprovalPageOptions): Promise<ApprovalPage> {
    const { ports, start } = options;
    const store = new FactorStore(start.storageFolder);
    const code = new CodeFactor(store, ports.clock, ports.chance, Buffer.from(start.sealKey, 'base64'));
    const served = await servePage(start.pageHost, address => furnish(options, address, store, code));
    return new ApprovalPage(served, code);
  }

  get isGone(): boolean {
    return this.#served.room.watchers.isGone;
  }

  show(state: PageState): void {
    this.#served.room.watchers.publish(state);
  }

  cancel(): void {
    this.#served.room.desk.notApproved('cancelled');
  }

  /** Overwrites what the page's factors still hold, and closes the port. */
  close(): void {
    this.#code.wipe();
    this.#served.close();
  }
}

function furnish(options: ApprovalPageOptions, address: PageAddress, store: FactorStore, code: CodeFactor): PageRoom {
  const { ports, claim, files, prepared, onGone } = options;
  const { clock, limits, chance } = ports;
  const factors = new FactorDesk({ ports, address, store, code, required: wantsFactor(claim), digest: claim.digest });
  const desk = new ApprovalDesk({ clock, claim, factors, prepared, expiresAt: clock.now() + limits.pageLife });
  const watchers = new Watchers(clock, limits, () => {
    desk.notApproved('page-closed');
    onGone();
  });
  const timer = clock.after(limits.pageLife, () => desk.notApproved('timed-out'));
  void desk.decision.then(timer);
  return { address, admission: new Admission(chance), files, watchers, desk, routes: deskRoutes(desk) };
}
