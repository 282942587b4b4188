import type { DependencyDocument, FileOption } from '../../documents/dependencyDocument.ts';
import { editable } from '../../edits/editableDocument.ts';
import type { Span } from '../../text/span.ts';
import { visibleText } from '../../text/visibleText.ts';
import type { Check, Finding, Fix } from '../check.ts';
import { isLoopbackHost } from './urlParts.ts';

/** The option reads like a safeguard and is the opposite: no certificate of that host is verified any more. */
export const trustedHost: Check<'document'> = {
  id: 'index/trusted-host',
  title: 'No host is trusted without a certificate',
  severity: { library: 'warning', application: 'warning' },
  documentation: {
    what: 'The option --trusted-host in a requirements file, or allow-insecure-host in [tool.uv]. Hosts on this computer are left alone.',
    why: 'The installer then takes any certificate of that host, or none. Anybody on the way can answer in its place, and what is installed runs with your rights.',
    mend: 'Take it out. For a certificate of your own organisation, give the installer that certificate instead: PIP_CERT, SSL_CERT_FILE or REQUESTS_CA_BUNDLE.',
    quickFix: 'Removes the option, after showing the difference.',
    sources: ['https://pip.pypa.io/en/stable/topics/https-certificates/', 'https://docs.astral.sh/uv/reference/settings/'],
  },
  needs: ['document'],
  *run({ document: { documents } }) {
    for (const document of documents) {
      for (const option of document.options) if (option.name === '--trusted-host') yield* findingsOn(option, document);
    }
  },
};

function findingsOn({ value, span }: FileOption, document: DependencyDocument): readonly Finding[] {
  if (value === null || isLoopbackHost(withoutPort(value.trim().toLowerCase()))) return [];
  const message = `No certificate of ${visibleText(value)} is verified, so anybody on the way can choose what is installed. Take this out.`;
  return [{ message, file: document.file, span, fixes: removal(document, span) }];
}

/** The colons of a bare IPv6 address are not a port's. */
function withoutPort(host: string): string {
  return /^[^:]*:[0-9]*$|^\[.*\]:[0-9]*$/.test(host) ? host.replace(/:[0-9]*$/, '') : host;
}

/** With its line, where it stands alone there. */
function removal(document: DependencyDocument, span: Span): readonly Fix[] {
  const { text, lines, lineStart, nextLine, edit } = editable(document);
  const [start, end] = [lines.offsetAt(span.start), lines.offsetAt(span.end)];
  const [from, to] = [lineStart(start), nextLine(end)];
  const isAlone = text.slice(from, to).trim() === text.slice(start, end).trim();
  return isAlone ? [{ title: 'Take it out', needsReview: true, edits: [edit(from, to, '')] }] : [];
}
