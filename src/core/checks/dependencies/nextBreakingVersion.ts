import { parseVersion } from '../../versions/version.ts';

/** The first version that may break what worked with this one, by the custom that the first number (the second where that is 0) tells it. */
export function nextBreakingVersion(version: string): string | null {
  const match = /^((?:\d+!)?)(\d+)(?:\.(\d+))?/.exec(parseVersion(version)?.normalized ?? '');
  if (match === null) return null;
  const [, epoch = '', major = '0', minor = '0'] = match;
  return major === '0' ? `${epoch}0.${BigInt(minor) + 1n}` : `${epoch}${BigInt(major) + 1n}`;
}

/** Ordered comparisons take no local version (PEP 440): `1.0+cpu` is `1.0`. */
export function withoutLocal(version: string): string {
  return version.split('+', 1)[0] ?? version;
}
