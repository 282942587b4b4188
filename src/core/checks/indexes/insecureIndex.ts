import type { DependencyDocument, IndexReference } from '../../documents/dependencyDocument.ts';
import { editable } from '../../edits/editableDocument.ts';
import type { LockDocument, LockedPackage } from '../../locks/lockDocument.ts';
import { visibleText } from '../../text/visibleText.ts';
import type { Check, Finding, Fix } from '../check.ts';
import { findingsOnPackages, titleOf } from '../lock/checkedLocks.ts';
import { isLoopbackHost, urlParts, type UrlParts } from './urlParts.ts';

/** Whoever sits between the two computers chooses what is installed. */
export const insecureIndex: Check<'document' | 'lock'> = {
  id: 'index/insecure',
  title: 'Every index is asked over verified https',
  severity: { library: 'warning', application: 'warning' },
  documentation: {
    what: 'An index or a page of files that is asked over plain http, or with verify_ssl = false: in a requirements file, in pyproject.toml, in a Pipfile or in a lock; and in a lock a package with a file at such an address, unless its index is told of already. Addresses on this computer are left alone.',
    why: 'Anybody on the way can answer in the index’s place, and what is installed runs with your rights. Where there are no hashes nothing would notice.',
    mend: 'Write https and take verify_ssl = false out. For a certificate of your own organisation, give the installer that certificate instead: PIP_CERT, SSL_CERT_FILE or REQUESTS_CA_BUNDLE. Make a lock again after its project is mended.',
    quickFix: 'Writes `https`, after showing the difference.',
    sources: ['https://peps.python.org/pep-0503/', 'https://pip.pypa.io/en/stable/topics/https-certificates/'],
  },
  needs: ['document', 'lock'],
  *run({ document: { documents }, lock }) {
    for (const document of [...documents, ...lock]) yield* document.indexes.flatMap(index => findingsOn(index, document));
    yield* findingsOnPackages(lock, messageFor);
  },
};

/** Of a package that its index does not stand for. Its hash, if it has one, is all that the way leaves. */
function messageFor(locked: LockedPackage): string | null {
  const { source, artifacts } = locked;
  if (source.kind === 'registry' && isPlain(source.url)) return null;
  const archive = source.kind === 'url' && isPlain(source.url) ? source.url : null;
  const url = archive ?? artifacts.find(artifact => isPlain(artifact.url))?.url ?? null;
  if (url === null) return null;
  return `${titleOf(locked)} has a file at ${named(urlParts(url), 'an address')} that is fetched over plain http, so anybody on the way can exchange it where its hash is not checked. Use https, then lock again.`;
}

/** There are thousands, so the usual case has to be cheap. */
function isPlain(url: string | null): boolean {
  if (url?.charAt('http'.length) !== ':') return false;
  const parts = urlParts(url);
  return parts?.scheme === 'http' && !isLoopbackHost(parts.host);
}

function findingsOn({ url, span, unverifiedSpan }: IndexReference, document: DependencyDocument | LockDocument): readonly Finding[] {
  const parts = urlParts(url);
  if (parts !== null && isLoopbackHost(parts.host)) return [];
  const { file } = document;
  const findings: Finding[] = [];
  if (parts?.scheme === 'http') {
    const message = `${named(parts)} is asked over plain http, so anybody on the way can choose what is installed. Use https.`;
    findings.push({ message, file, span, fixes: 'requirements' in document ? httpsFixes(document, span) : [] });
  }
  if (unverifiedSpan !== null) {
    const message = `The certificate of ${named(parts)} is not verified, so anybody on the way can answer in its place. Take verify_ssl = false out.`;
    findings.push({ message, file, span: unverifiedSpan });
  }
  return findings;
}

/** The host alone: the rest of the address may hold a secret. */
function named(parts: UrlParts | null, otherwise = 'This index'): string {
  return parts !== null && /^[^$%:@]+$/.test(parts.host) ? visibleText(parts.host) : otherwise;
}

/** Only where the address stands there as it is read, without escapes. */
function httpsFixes(document: DependencyDocument, span: Finding['span']): readonly Fix[] {
  const { text, lines, edit } = editable(document);
  const [from, to] = [lines.offsetAt(span.start), lines.offsetAt(span.end)];
  const at = text.slice(from, to).search(/http:\/\//i);
  if (at < 0) return [];
  return [{ title: 'Use https', needsReview: true, edits: [edit(from + at, from + at + 'http'.length, 'https')] }];
}
