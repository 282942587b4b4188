import { generateAuthenticationOptions, verifyAuthenticationResponse, type AuthenticationResponseJSON } from '@simplewebauthn/server';

import { forgetFactorTitle } from '../../core/factors/forgetFactorTitle.ts';
import { releaseChallenge } from '../../core/factors/releaseChallenge.ts';
import type { PageProblem } from '../../core/messages/pageMessages.ts';
import type { PageAddress } from '../http/address.ts';
import type { Chance } from '../ports.ts';
import { problem } from '../problem.ts';
import type { Challenges } from './challenges.ts';
import type { FactorStore } from './factorStore.ts';
import type { KeyFactor } from './storedFactor.ts';

export interface KeyApprovalOptions {
  readonly address: PageAddress;
  readonly challenges: Challenges;
  readonly chance: Chance;
  readonly store: FactorStore;
}

/** What the key signs starts with the release digest: its touch approves these bytes and no others. */
export async function startKeyApproval({ address, challenges, chance, store }: KeyApprovalOptions, digest: string): Promise<object> {
  const factor = await store.read();
  if (factor.kind !== 'key') return problem('key', 'No security key is enrolled.');
  const challenge = releaseChallenge(digest, chance(32));
  challenges.issue(challenge);
  return generateAuthenticationOptions({
    rpID: address.hostName,
    allowCredentials: [{ id: factor.credential, transports: factor.transports }],
    challenge,
    timeout: 120_000,
    userVerification: 'preferred',
  });
}

/** Null where the key's signature is good; its counter is stored then. */
export async function finishKeyApproval(
  { address, challenges, store }: KeyApprovalOptions,
  response: Readonly<Record<string, unknown>>,
): Promise<PageProblem | null> {
  const challenge = challenges.take();
  if (challenge === null) return problem('key', 'That took longer than two minutes. Press the button again.');
  return store.exclusively(async () => {
    const factor = await store.read();
    if (factor.kind !== 'key') return problem('key', 'No security key is enrolled.');
    const counter = await signatureCounter(address, challenge, factor, response as unknown as AuthenticationResponseJSON);
    if (counter === null)
      return problem('key', 'The signature of the security key does not fit this release. Nothing was approved. Try again.');
    if (!isCounterPlausible(factor.counter, counter)) return problem('key', COPIED);
    await store.write({ ...factor, counter });
    return null;
  });
}

const COPIED =
  'The security key counts its signatures, and its count went backwards: there may be a copy of it. Nothing was approved. ' +
  `Run "${forgetFactorTitle}" in VS Code and enrol another key.`;

/** The counter that was signed with it, or null where the signature is not of this key, challenge and origin. */
async function signatureCounter(
  address: PageAddress,
  challenge: string,
  factor: KeyFactor,
  response: AuthenticationResponseJSON,
): Promise<number | null> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: address.origin,
      expectedRPID: address.hostName,
      // With 0 the library leaves the counter to us, who can say then what is wrong.
      credential: { id: factor.credential, publicKey: Buffer.from(factor.publicKey, 'base64url'), counter: 0 },
      requireUserVerification: false,
    });
    return verified && response.id === factor.credential ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}

/** Authenticators that do not count always say 0 (WebAuthn, section 6.1.1). */
function isCounterPlausible(stored: number, told: number): boolean {
  return (stored === 0 && told === 0) || told > stored;
}
