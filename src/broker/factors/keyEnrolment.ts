import { generateRegistrationOptions, verifyRegistrationResponse, type RegistrationResponseJSON } from '@simplewebauthn/server';
import { decodeAttestationObject, isoBase64URL } from '@simplewebauthn/server/helpers';
import { createHmac } from 'node:crypto';

import type { PageProblem } from '../../core/messages/pageMessages.ts';
import type { PageAddress } from '../http/address.ts';
import type { Chance } from '../ports.ts';
import { problem } from '../problem.ts';
import type { Challenges } from './challenges.ts';
import type { KeyFactor } from './storedFactor.ts';

/** COSE numbers of ES256, EdDSA and RS256: what keys have, the oldest and those inside computers included. */
const ALGORITHMS = [-7, -8, -257];

export interface KeyEnrolmentOptions {
  readonly address: PageAddress;
  readonly challenges: Challenges;
  readonly chance: Chance;
}

/** No attestation: which make of key it is does not matter, that it is the same one next time does. */
export async function startKeyEnrolment({ address, challenges, chance }: KeyEnrolmentOptions, session: string): Promise<object> {
  const challenge = sessionChallenge(session, chance);
  challenges.issue(challenge);
  return generateRegistrationOptions({
    rpName: 'Countersign',
    rpID: address.hostName,
    userName: 'Release approval',
    userID: chance(16),
    challenge,
    timeout: 120_000,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
    supportedAlgorithmIDs: ALGORITHMS,
  });
}

export async function finishKeyEnrolment(
  { address, challenges }: KeyEnrolmentOptions,
  response: Readonly<Record<string, unknown>>,
): Promise<KeyFactor | PageProblem> {
  const challenge = challenges.take();
  if (challenge === null) return problem('key', 'That took longer than two minutes. Start again.');
  try {
    return await verify(address, challenge, response as unknown as RegistrationResponseJSON);
  } catch {
    return problem('key', 'The answer of the security key could not be verified. Nothing was enrolled. Try again, or use another key.');
  }
}

/** A user-verified key is not asked for: U2F keys can only tell that they were touched. */
async function verify(address: PageAddress, challenge: string, response: RegistrationResponseJSON): Promise<KeyFactor> {
  if (hasCertificates(response)) throw new Error('attested, though nobody asked');
  const { registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: address.origin,
    expectedRPID: address.hostName,
    requireUserVerification: false,
    supportedAlgorithmIDs: ALGORITHMS,
  });
  if (registrationInfo === undefined) throw new Error('not verified');
  const { id, publicKey, counter, transports } = registrationInfo.credential;
  return {
    schema: 1,
    kind: 'key',
    relyingParty: address.hostName,
    credential: id,
    publicKey: Buffer.from(publicKey).toString('base64url'),
    transports: transports ?? [],
    counter,
  };
}

/** Certificates are followed to the servers that they name, and this process talks to nobody but its own page. */
function hasCertificates({ response }: RegistrationResponseJSON): boolean {
  const attestation = decodeAttestationObject(isoBase64URL.toBuffer(response.attestationObject));
  return attestation.get('attStmt').get('x5c') !== undefined;
}

/** Made from the session's key: an answer to a challenge of another session cannot fit. */
function sessionChallenge(session: string, chance: Chance): Buffer<ArrayBuffer> {
  return Buffer.from(createHmac('sha256', session).update(chance(32)).digest());
}
