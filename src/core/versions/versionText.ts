import type { VersionParts } from './versionParts.ts';

/** As `packaging` writes a version. */
export function versionText({ epoch, release, pre, post, dev, local }: VersionParts): string {
  return [
    epoch === '0' ? '' : `${epoch}!`,
    release.join('.'),
    pre === null ? '' : pre.letter + pre.number,
    post === null ? '' : `.post${post}`,
    dev === null ? '' : `.dev${dev}`,
    local === null ? '' : `+${local.join('.')}`,
  ].join('');
}

/** Without the zeros at its end that make no difference: `1.0.0` is `1`. */
export function trimRelease(release: readonly string[]): readonly string[] {
  const last = release.findLastIndex(part => part !== '0');
  return release.slice(0, Math.max(last + 1, 1));
}
