import { routes, type ApprovalView, type PageProblem } from '../core/messages/pageMessages.ts';
import { post } from './api.ts';
import { signWithKey, stopWaitingForKey } from './securityKey.ts';

/** Null: no longer. `stop` ends a wait that may last, as for a key that nobody touches. */
export type OnBusy = (what: string | null, stop?: () => void) => void;

/** What the person's decision needs, and where its problems go. */
export interface Desk {
  readonly session: string;
  readonly view: ApprovalView;
  /** As typed; undefined where it is missing, which the field has said then. */
  readonly readToken: () => string | null | undefined;
  readonly onProblem: (problem: PageProblem) => void;
  /** While a request is under way, nothing else can be pressed. */
  readonly onBusy: OnBusy;
}

export function approveWithKey(desk: Desk): Promise<void> {
  const busy = (what: string | null): void => desk.onBusy(what, stopWaitingForKey);
  return withToken({ ...desk, onBusy: busy }, 'Touch your security key.', async token => {
    const answer = await signWithKey(desk.session);
    return 'response' in answer ? send(desk, { method: 'key', token, response: answer.response }) : answer;
  });
}

export function approveWithCode(desk: Desk, code: string): Promise<void> {
  return withToken(desk, 'Checking the code …', token => send(desk, { method: 'code', token, code }));
}

export function approveWithoutFactor(desk: Desk): Promise<void> {
  return withToken(desk, 'Approving …', token => send(desk, { method: 'none', token }));
}

export async function refuse({ session, onProblem, onBusy }: Desk): Promise<void> {
  onBusy('Refusing …');
  const answer = await post(routes.refuse, {}, session);
  if (answer.kind === 'ok') return;
  onBusy(null);
  onProblem(answer.problem);
}

/** After an approval the page stays busy: its next state comes over the stream. */
async function withToken(desk: Desk, what: string, approve: (token: string | null) => Promise<PageProblem | null>): Promise<void> {
  const token = desk.readToken();
  if (token === undefined) return;
  desk.onBusy(what);
  const problem = await approve(token);
  if (problem === null) return;
  desk.onBusy(null);
  desk.onProblem(problem);
}

async function send({ session }: Desk, request: object): Promise<PageProblem | null> {
  const answer = await post(routes.approve, request, session);
  return answer.kind === 'ok' ? null : answer.problem;
}
