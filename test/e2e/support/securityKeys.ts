import type { CDPSession, Page } from 'playwright-core';

/**
 * The keys that people have: `ctap2` with a PIN entered rightly, `ctap2-pin` with a PIN that is not, `ctap2-no-prf` an older key with a PIN,
 * `u2f` one that only knows a touch, `internal` the computer's own (Touch ID, Windows Hello).
 */
export type KeyKind = 'ctap2' | 'ctap2-pin' | 'ctap2-no-prf' | 'u2f' | 'internal';

/** A key in the browser's hand. It lives as long as the tab it was added in, and only that tab may use it. */
export interface SecurityKey {
  readonly kind: KeyKind;
  /** Whether the person touches it when asked. */
  setPresence(presence: boolean): Promise<void>;
  /** How many credentials it holds for the sites it was registered at. */
  credentialCount(): Promise<number>;
  readonly session: CDPSession;
  readonly authenticatorId: string;
}

const CTAP2 = {
  protocol: 'ctap2',
  ctap2Version: 'ctap2_1',
  transport: 'usb',
  hasResidentKey: true,
  hasUserVerification: true,
  hasPrf: true,
  isUserVerified: true,
} as const;

const MODELS = {
  ctap2: CTAP2,
  'ctap2-pin': { ...CTAP2, isUserVerified: false },
  'ctap2-no-prf': { ...CTAP2, hasPrf: false },
  u2f: { protocol: 'u2f', transport: 'usb', hasResidentKey: false, hasUserVerification: false },
  internal: { ...CTAP2, transport: 'internal' },
} as const satisfies Record<KeyKind, object>;

/** Plugs a key in. Without presence every ceremony waits until its own time limit. */
export async function addKey(page: Page, kind: KeyKind, { presence = true }: { presence?: boolean } = {}): Promise<SecurityKey> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const options = { ...MODELS[kind], automaticPresenceSimulation: presence };
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', { options });
  return {
    kind,
    session,
    authenticatorId,
    setPresence: async enabled => {
      await session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
    },
    credentialCount: async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
  };
}

/** Unplugs it, with all it holds. */
export async function removeKey({ session, authenticatorId }: SecurityKey): Promise<void> {
  await session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
  await session.detach();
}

/** What a key holds, to be carried to another tab: a key is lost with the tab that it was added in. */
export type HeldCredentials = readonly HeldCredential[];

export async function heldCredentials({ session, authenticatorId }: SecurityKey): Promise<HeldCredentials> {
  const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId });
  return credentials;
}

/** The counter goes on with the clock: one that stood still would be taken for a copied key. */
export async function giveCredentials({ session, authenticatorId }: SecurityKey, credentials: HeldCredentials): Promise<void> {
  for (const held of credentials) {
    await addCredential(session, authenticatorId, { ...held, signCount: Math.floor(Date.now() / 1000) });
  }
}

interface HeldCredential {
  readonly credentialId: string;
  readonly isResidentCredential: boolean;
  readonly privateKey: string;
  readonly signCount: number;
}

async function addCredential(session: CDPSession, authenticatorId: string, credential: HeldCredential): Promise<void> {
  await session.send('WebAuthn.addCredential', { authenticatorId, credential });
}
