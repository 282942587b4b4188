import type { IncomingMessage, ServerResponse } from 'node:http';
import * as v from 'valibot';

import { routes, sessionHeader, sessionRequest, USED_LINK_STATUS, type SessionAnswer } from '../../core/messages/pageMessages.ts';
import type { ApprovalDesk } from '../desk/approvalDesk.ts';
import type { Route } from '../desk/routes.ts';
import { LockBusy } from '../factors/factorStore.ts';
import { isProblem, problem } from '../problem.ts';
import { pageAddress, type PageAddress } from './address.ts';
import type { Admission } from './admission.ts';
import { readJson } from './jsonBody.ts';
import { listenOnLoopback } from './loopback.ts';
import type { PageFiles } from './pageFiles.ts';
import { refusal } from './requestGuard.ts';
import { commonHeaders } from './responseHeaders.ts';
import type { Watchers } from './watchers.ts';

/** What stands behind the page's address. */
export interface PageRoom {
  readonly address: PageAddress;
  readonly admission: Admission;
  readonly files: PageFiles;
  readonly watchers: Watchers;
  readonly desk: ApprovalDesk;
  readonly routes: ReadonlyMap<string, Route>;
}

export interface ServedPage {
  readonly room: PageRoom;
  /** With the ticket in its fragment: for the person's browser alone. */
  readonly url: string;
  close(): void;
}

/** The room is furnished when the port is known, since the origin is part of what is signed. */
export async function servePage(hostName: string, furnish: (address: PageAddress) => PageRoom): Promise<ServedPage> {
  let room: PageRoom | null = null;
  const loopback = await listenOnLoopback(
    (request, response) => void (room === null ? end(response, 503) : answer(room, request, response)),
  );
  const furnished = furnish(pageAddress(hostName, loopback.port));
  room = furnished;
  return { room: furnished, url: `${furnished.address.origin}/#${furnished.admission.ticket}`, close: () => loopback.close() };
}

async function answer(room: PageRoom, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refused = refusal(request, room.address);
  if (refused !== null) return end(response, refused);
  if (request.method === 'GET') return room.files.serve(request.url ?? '', response);
  try {
    await answerPost(room, request, response);
  } catch (error) {
    // An error's own text may quote what was sent, so it goes no further.
    if (!response.headersSent) json(response, 500, problem('page', error instanceof LockBusy ? BUSY : BROKEN));
  }
}

const BUSY = 'Another window is checking an approval at this moment. Try again.';
const BROKEN = 'Something went wrong in the broker, and nothing was approved. VS Code tells what to do next.';

async function answerPost(room: PageRoom, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readJson(request);
  if ('status' in body) return end(response, body.status);
  if (request.url === routes.session) return admit(room, body.value, response);
  const session = request.headers[sessionHeader];
  if (!room.admission.admits(session))
    return json(response, 401, problem('page', 'This page has no session any more. Publish again from VS Code.'));
  if (request.url === routes.watch) return room.watchers.add(response);
  const route = room.routes.get(request.url ?? '');
  if (route === undefined) return end(response, 404);
  const result = await route(body.value, session);
  if (result === null) return end(response, 400);
  json(response, isProblem(result) ? 422 : 200, result);
}

async function admit({ admission, desk, watchers }: PageRoom, body: unknown, response: ServerResponse): Promise<void> {
  const parsed = v.safeParse(sessionRequest, body);
  if (!parsed.success) return end(response, 400);
  const verdict = admission.redeem(parsed.output.ticket);
  if (verdict.kind === 'unknown')
    return json(response, 403, problem('page', 'This link is not one of this release. Publish again from VS Code.'));
  if (verdict.kind === 'used') return json(response, USED_LINK_STATUS, problem('page', 'This link was used already.'));
  watchers.expect();
  json(response, 200, { session: verdict.session, view: await desk.view() } satisfies SessionAnswer);
}

function json(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { ...commonHeaders, 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));
}

/** Without a body, and without listening further: who is turned away learns nothing about who turned them away. */
function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...commonHeaders, 'Content-Length': 0, Connection: 'close' }).end();
}
