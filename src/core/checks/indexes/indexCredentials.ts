import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import { editable } from '../../edits/editableDocument.ts';
import type { LockDocument } from '../../locks/lockDocument.ts';
import type { Check, Finding, Fix } from '../check.ts';
import { secretIn } from './secretIn.ts';
import { writtenUrls, type WrittenUrl } from './writtenUrls.ts';

const MESSAGE =
  'There is a password or token in this address, and everybody who gets the file can use it. Take it out, and revoke it if the file was ever shared.';

/** What is in a file gets into repositories, sdists and logs. The message never repeats it. */
export const indexCredentials: Check<'document' | 'lock'> = {
  id: 'index/credentials',
  title: 'No address has a password or token in it',
  severity: { library: 'error', application: 'error' },
  documentation: {
    what: 'A password or a token in the address of an index, of a page of files or of a package, in any file that names dependencies. A variable such as ${INDEX_PASSWORD} in its place is fine.',
    why: 'The file is committed, packed into your sdist and shown in logs. Whoever reads it can use the secret, often to upload as well.',
    mend: 'Take it out of the address and revoke it. Give it to the installer in another way: its keyring, a netrc file, or in requirements files a variable, https://${INDEX_USER}:${INDEX_PASSWORD}@index.example/simple/.',
    quickFix: 'Takes out all that stands before the @, after showing the difference.',
    sources: ['https://cwe.mitre.org/data/definitions/798.html', 'https://pip.pypa.io/en/stable/topics/authentication/'],
  },
  needs: ['document', 'lock'],
  *run({ document: { documents }, lock }) {
    for (const document of documents) yield* inDocument(document);
    for (const document of lock) yield* inLock(document);
  },
};

/** An address may come up as an index and as a text of its table: it is told once a line. */
function inDocument(document: DependencyDocument): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const { url, span } of writtenUrls(document)) {
    const secret = secretIn(url);
    if (secret === null) continue;
    const key = `${span.start.line} ${secret}`;
    if (found.has(key)) continue;
    found.set(key, { message: MESSAGE, file: document.file, span, fixes: removals(document, span, secret) });
  }
  return [...found.values()];
}

/** Each secret once: a lock may repeat its index for every package. */
function inLock({ file, indexes, packages }: LockDocument): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const { url, span } of [...indexes, ...packages.flatMap(addressesOf)]) {
    const secret = secretIn(url);
    if (secret !== null && !found.has(secret)) found.set(secret, { message: MESSAGE, file, span });
  }
  return [...found.values()];
}

function addressesOf({ source, span, artifacts }: LockDocument['packages'][number]): readonly WrittenUrl[] {
  const own = { url: source.url ?? '', span: source.span ?? span };
  return [own, ...artifacts.map(artifact => ({ url: artifact.url ?? '', span: artifact.span }))];
}

/** Only where it stands there as it is read, without escapes. */
function removals(document: DependencyDocument, span: Finding['span'], secret: string): readonly Fix[] {
  const { text, lines, edit } = editable(document);
  const from = lines.offsetAt(span.start);
  const at = text.slice(from, lines.offsetAt(span.end)).indexOf(`${secret}@`);
  if (at < 0) return [];
  const removal = edit(from + at, from + at + secret.length + 1, '');
  return [{ title: 'Take the password or token out of the address', needsReview: true, edits: [removal] }];
}
