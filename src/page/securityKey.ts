import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

import { routes, type PageProblem } from '../core/messages/pageMessages.ts';
import { post } from './api.ts';

/** What the key answered, for the broker to verify; or why there is no answer. */
export type KeyAnswer = { readonly response: object } | PageProblem;

export function enrolWithKey(session: string): Promise<KeyAnswer> {
  return withKey<PublicKeyCredentialCreationOptionsJSON>(routes.enrolKeyOptions, session, optionsJSON =>
    startRegistration({ optionsJSON }),
  );
}

export function signWithKey(session: string): Promise<KeyAnswer> {
  return withKey<PublicKeyCredentialRequestOptionsJSON>(routes.approveKeyOptions, session, optionsJSON =>
    startAuthentication({ optionsJSON }),
  );
}

/** A browser waits for minutes, and not every one shows how to stop it. */
export function stopWaitingForKey(): void {
  WebAuthnAbortService.cancelCeremony();
}

async function withKey<Options>(route: string, session: string, ceremony: (options: Options) => Promise<object>): Promise<KeyAnswer> {
  if (!browserSupportsWebAuthn()) return problem('This browser cannot use security keys. Open the link in another one.');
  const options = await post<Options>(route, {}, session);
  if (options.kind === 'problem') return options.problem;
  try {
    return { response: await ceremony(options.value) };
  } catch (error) {
    return problem(wordsOf(error));
  }
}

/** Browsers tell little about why a ceremony failed, so that pages cannot find out which keys a person has. */
function wordsOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const name = cause instanceof Error ? cause.name : '';
  if (name === 'SecurityError') return 'The browser does not allow security keys on this address. Open the page from VS Code again.';
  if (name === 'InvalidStateError') return 'The browser says that this key is enrolled already. Use another one.';
  return 'The security key did not answer: it was cancelled, it timed out, or it is not the enrolled one. Press the button to try again.';
}

function problem(words: string): PageProblem {
  return { problem: words, field: 'key' };
}
