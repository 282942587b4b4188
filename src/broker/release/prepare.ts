import { isAbsolute, relative } from 'node:path';

import { Failure } from '../../core/failure.ts';
import type { StartMessage } from '../../core/messages/brokerMessages.ts';
import { environmentDigest } from '../../system/environmentDigest.ts';
import type { Secret } from '../secret.ts';
import type { Claim } from './claim.ts';
import { mintRehearsalToken } from './rehearsalToken.ts';

/**
 * All that has to be right apart from the person's word, done while the page is open: the environment that is about to
 * be given a secret is the one that was installed. Resolves to the index's own token, or null where a person brings one.
 */
export async function prepare(environment: StartMessage['environment'], claim: Claim): Promise<Secret | null> {
  await verifyEnvironment(environment);
  if (claim.profile.kind !== 'rehearsal') return null;
  if (claim.rehearsalControlUrl === null) throw new Failure('rehearsal-index-failed', 'The built-in index told no address for its token.');
  return mintRehearsalToken(claim.rehearsalControlUrl);
}

async function verifyEnvironment({ python, folder, digest }: StartMessage['environment']): Promise<void> {
  const inside = relative(folder, python);
  if (inside.startsWith('..') || isAbsolute(inside)) throw changed('Its interpreter lies outside of it.');
  const found = await environmentDigest(folder).catch(() => null);
  if (found === null) throw changed('Its files cannot be read.');
  if (found !== digest) throw changed('Its files are not the ones that were installed.');
}

function changed(how: string): Failure {
  return new Failure('environment-changed', `The managed environment that twine runs in was changed. ${how}`);
}
