import { homedir } from 'node:os';
import { join } from 'node:path';

import type { Advisories, IndexSettings, PackageIndex } from '../app/ports.ts';
import { createAdvisories } from './advisories.ts';
import { createIndexCache } from './indexCache.ts';
import { createIndexSettings } from './indexSettings.ts';
import { createKeptAnswers } from './keptAnswers.ts';
import { createPackageIndex } from './packageIndex.ts';
import { systemClock } from './systemClock.ts';

export interface IndexPorts {
  readonly index: PackageIndex;
  readonly advisories: Advisories;
  readonly settings: IndexSettings;
}

/** Everything that asks about packages, over one cache in `cacheFolder`. */
export function openIndexPorts(cacheFolder: string, userAgent: string): IndexPorts {
  const now = (): number => systemClock.now();
  const cache = createIndexCache(cacheFolder);
  const answers = createKeptAnswers(cache, now);
  return {
    index: createPackageIndex({ userAgent, answers, now }),
    advisories: createAdvisories({ userAgent, answers, cache, now }),
    settings: createIndexSettings({ environment: process.env, home: homedir(), platform: process.platform }),
  };
}

/** Where this person's programs keep what they can fetch again (XDG Base Directory Specification, and what Windows has instead). */
export function personalCacheFolder(): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
  const base = process.platform === 'win32' ? local : xdg;
  return join(base === undefined || base === '' ? join(homedir(), '.cache') : base, 'countersign', 'index');
}
