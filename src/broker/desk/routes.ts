import * as v from 'valibot';

import {
  approveRequest,
  emptyRequest,
  enrolCodeRequest,
  enrolKeyRequest,
  routes,
  type PageProblem,
} from '../../core/messages/pageMessages.ts';
import { problem } from '../problem.ts';
import type { ApprovalDesk } from './approvalDesk.ts';

/** Answers a request of the page, whose session was checked. Null where the body is not what the route takes. */
export type Route = (body: unknown, session: string) => Promise<object | null>;

/** All that a page with a session can ask for, other than to watch. */
export function deskRoutes(desk: ApprovalDesk): ReadonlyMap<string, Route> {
  const { factors } = desk;
  const orView = async (refused: Promise<PageProblem | null>): Promise<object> => (await refused) ?? desk.view();
  const orEmpty = async (refused: Promise<PageProblem | null>): Promise<object> => (await refused) ?? {};
  const undecided =
    (route: Route): Route =>
    async (body, session) =>
      desk.isDecided ? DECIDED : route(body, session);
  return new Map<string, Route>([
    [routes.view, route(emptyRequest, () => desk.view())],
    [routes.enrolKeyOptions, undecided(route(emptyRequest, (_, session) => factors.startKeyEnrolment(session)))],
    [routes.enrolKey, undecided(route(enrolKeyRequest, ({ response }) => orView(factors.finishKeyEnrolment(response))))],
    [routes.enrolCodeStart, undecided(route(emptyRequest, () => factors.startCodeEnrolment()))],
    [routes.enrolCode, undecided(route(enrolCodeRequest, ({ code }) => orView(factors.finishCodeEnrolment(code))))],
    [routes.approveKeyOptions, undecided(route(emptyRequest, () => factors.startKeyApproval()))],
    [routes.approve, undecided(route(approveRequest, request => orEmpty(desk.approve(request))))],
    [routes.refuse, undecided(route(emptyRequest, () => refuse(desk)))],
  ]);
}

const DECIDED = problem('page', 'This release was decided already.');

async function refuse(desk: ApprovalDesk): Promise<object> {
  desk.notApproved('refused');
  return {};
}

function route<T>(schema: v.GenericSchema<unknown, T>, answer: (input: T, session: string) => Promise<object>): Route {
  return async (body, session) => {
    const parsed = v.safeParse(schema, body);
    return parsed.success ? answer(parsed.output, session) : null;
  };
}
