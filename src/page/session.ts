import { routes, USED_LINK_STATUS, type ApprovalView, type SessionAnswer } from '../core/messages/pageMessages.ts';
import { post } from './api.ts';

const STORED = 'countersign-session';

export type Entrance =
  | { readonly kind: 'in'; readonly session: string; readonly view: ApprovalView }
  | { readonly kind: 'used' | 'unknown' | 'no-link' | 'unreachable' };

/** Trades the link's ticket for a session. The tab remembers the session, so that a reload goes on; nothing else does. */
export async function enter(): Promise<Entrance> {
  const ticket = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  const entrance: Entrance = ticket === '' ? { kind: 'no-link' } : await redeem(ticket);
  return entrance.kind === 'in' ? entrance : ((await comeBack()) ?? entrance);
}

async function redeem(ticket: string): Promise<Entrance> {
  const answer = await post<SessionAnswer>(routes.session, { ticket }, null);
  if (answer.kind === 'problem')
    return { kind: answer.status === USED_LINK_STATUS ? 'used' : answer.status === 0 ? 'unreachable' : 'unknown' };
  sessionStorage.setItem(STORED, answer.value.session);
  return { kind: 'in', ...answer.value };
}

async function comeBack(): Promise<Entrance | null> {
  const session = sessionStorage.getItem(STORED);
  if (session === null) return null;
  const answer = await post<ApprovalView>(routes.view, {}, session);
  return answer.kind === 'ok' ? { kind: 'in', session, view: answer.value } : null;
}
