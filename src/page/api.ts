import { sessionHeader, type PageProblem } from '../core/messages/pageMessages.ts';

/** The broker's answer: what was asked for, or what is in the way. */
export type Answer<T> =
  { readonly kind: 'ok'; readonly value: T } | { readonly kind: 'problem'; readonly status: number; readonly problem: PageProblem };

/** Asks the broker. `T` is what the route answers with by the messages both sides are compiled from. */
export async function post<T>(route: string, body: object, session: string | null): Promise<Answer<T>> {
  try {
    const response = await fetch(route, request(body, session));
    const answer = (await response.json()) as unknown;
    return response.ok ? { kind: 'ok', value: answer as T } : { kind: 'problem', status: response.status, problem: answer as PageProblem };
  } catch {
    return { kind: 'problem', status: 0, problem: UNREACHABLE };
  }
}

/** The stream of the page's states; null where the broker does not give one. */
export async function openStream(route: string, session: string): Promise<ReadableStream<Uint8Array> | null> {
  try {
    const response = await fetch(route, request({}, session));
    return response.ok ? response.body : null;
  } catch {
    return null;
  }
}

const UNREACHABLE: PageProblem = { problem: 'The broker does not answer any more. Look in VS Code.', field: 'page' };

function request(body: object, session: string | null): RequestInit {
  const headers = { 'content-type': 'application/json', ...(session === null ? {} : { [sessionHeader]: session }) };
  return {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
  };
}
