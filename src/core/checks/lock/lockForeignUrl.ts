import { filesHosts } from '../../indexes/addresses.ts';
import type { LockedPackage } from '../../locks/lockDocument.ts';
import { visibleText } from '../../text/visibleText.ts';
import type { Check } from '../check.ts';
import { urlParts } from '../indexes/urlParts.ts';
import { findingsOnPackages, titleOf } from './checkedLocks.ts';

/** Threat: who may change a lock adds a file of their own with its right hash, and no installer objects. */
export const lockForeignUrl: Check<'lock'> = {
  id: 'lock/foreign-url',
  title: "Every file in the lock comes from its index's host",
  severity: { library: 'warning', application: 'warning' },
  documentation: {
    what: 'A file in a lock whose address is of another host than the index that the package is said to come from. Hosts below that of the index are left alone, and so are the hosts of files that the public indexes have.',
    why: 'A changed address with a matching hash installs foreign code under a known name, and reviewers rarely read locks.',
    mend: 'Find out who wrote the address. If nobody did on purpose, take the lock from before, and lock again.',
    sources: ['https://peps.python.org/pep-0503/', 'https://peps.python.org/pep-0751/'],
  },
  needs: ['lock'],
  run: ({ lock }) => findingsOnPackages(lock, messageFor),
};

function messageFor(locked: LockedPackage): string | null {
  const index = locked.source.kind === 'registry' ? hostOf(locked.source.url) : null;
  if (index === null) return null;
  const hosts = locked.artifacts.map(({ url }) => hostOf(url)).filter(host => host !== null && !isHostOf(index, host));
  const [host] = hosts;
  if (host === undefined || host === null) return null;
  return `${titleOf(locked)} is from the index at ${visibleText(index)}, but has a file at ${visibleText(host)}. Find out who wrote that.`;
}

function hostOf(url: string | null): string | null {
  return (url === null ? null : urlParts(url)?.host) || null;
}

function isHostOf(index: string, host: string): boolean {
  return host === index || host.endsWith(`.${index}`) || hostsOfFiles.get(index) === host;
}

const hostsOfFiles: ReadonlyMap<string | null, string> = new Map(
  Object.entries(filesHosts).map(([readUrl, host]) => [hostOf(readUrl), host]),
);
