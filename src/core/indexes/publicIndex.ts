import { addresses, formerHosts } from './addresses.ts';
import { pypi, testPypi, type IndexProfile } from './indexProfile.ts';

/** The public index that answers under a host; null for any other. */
export function publicIndexAt(host: string): IndexProfile | null {
  if (host === addresses.pypi.tokenLocation || host === formerHosts.pypi) return pypi;
  return host === addresses.testpypi.tokenLocation ? testPypi : null;
}
