import { compareVersions } from '../versions/version.ts';
import type { PackageFacts, ReleaseFacts } from './indexFacts.ts';

/** The newest release below this one of which every file is attested; null without any. */
export function attestedBefore({ releases }: Pick<PackageFacts, 'releases'>, { version }: ReleaseFacts): ReleaseFacts | null {
  return releases.findLast(other => isAttested(other) && compareVersions(other.version, version) < 0) ?? null;
}

export function isAttested({ files }: ReleaseFacts): boolean {
  return files.length > 0 && files.every(file => file.hasProvenance);
}
