import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { createServer as createProxy, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';

import { addresses } from '../../../src/core/indexes/addresses.ts';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY_MS = 86_400_000;

/** A proxy as companies have it: it inspects TLS with a certificate authority of its own. */
export interface PublicIndexProxy {
  /** For HTTPS_PROXY. */
  readonly url: string;
  /** For SSL_CERT_FILE and REQUESTS_CA_BUNDLE. */
  readonly authorityFile: string;
  /** The hosts that were asked for. */
  readonly asked: string[];
  stop(): Promise<void>;
}

/** Leads the public indexes' names to the built-in index, so that publishing to them can be tried without reaching them. */
export async function startPublicIndexProxy(indexUrl: string, folder: string): Promise<PublicIndexProxy> {
  const hosts = [addresses.pypi, addresses.testpypi].flatMap(index => [index.uploadUrl, index.readUrl]).map(url => new URL(url).hostname);
  const certificates = await certify([...new Set(hosts)]);
  const authorityFile = join(folder, 'authority.pem');
  await writeFile(authorityFile, certificates.authority);
  const inspected = createTlsServer({ key: certificates.key, cert: certificates.leaf }, (asked, answer) =>
    forward(indexUrl, asked, answer),
  );
  const asked: string[] = [];
  const proxy = createProxy((_request, response) => void response.writeHead(405).end());
  const inside = await listen(inspected);
  proxy.on('connect', (ask: IncomingMessage, socket) => {
    const host = (ask.url ?? '').split(':')[0] ?? '';
    asked.push(host);
    if (!hosts.includes(host)) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    const tunnel = connect(inside, '127.0.0.1', () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
    tunnel.pipe(socket).pipe(tunnel);
    for (const end of [tunnel, socket]) end.on('error', () => (tunnel.destroy(), socket.destroy()));
  });
  const sockets = new Set<Socket>();
  for (const server of [proxy, inspected]) server.on('connection', (socket: Socket) => void sockets.add(socket));
  const port = await listen(proxy);
  return {
    url: `http://127.0.0.1:${port}`,
    authorityFile,
    asked,
    stop: async () => {
      // Tunnels are no connections of the server any more, so each is ended by hand.
      for (const socket of sockets) socket.destroy();
      for (const server of [proxy, inspected]) await new Promise(resolve => server.close(resolve));
    },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));
}

/** The index answers to its own name only. */
function forward(indexUrl: string, asked: IncomingMessage, answer: ServerResponse): void {
  const target = new URL(asked.url ?? '/', indexUrl);
  const onward = request(target, { method: asked.method, headers: { ...asked.headers, host: target.host } }, got => {
    answer.writeHead(got.statusCode ?? 502, got.statusMessage, got.headers);
    got.pipe(answer);
  });
  onward.on('error', () => answer.destroy());
  asked.pipe(onward);
}

async function certify(hosts: readonly string[]): Promise<{ authority: string; leaf: string; key: string }> {
  const [authorityKeys, leafKeys] = [await newKeys(), await newKeys()];
  const dates = { notBefore: new Date(Date.now() - DAY_MS), notAfter: new Date(Date.now() + DAY_MS), signingAlgorithm: ALGORITHM };
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    ...dates,
    name: 'CN=Test Authority',
    keys: authorityKeys,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(authorityKeys.publicKey),
    ],
  });
  const leaf = await x509.X509CertificateGenerator.create({
    ...dates,
    subject: 'CN=Test Index',
    issuer: authority.subject,
    publicKey: leafKeys.publicKey,
    signingKey: authorityKeys.privateKey,
    extensions: [
      new x509.SubjectAlternativeNameExtension(hosts.map(value => ({ type: 'dns', value }))),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      await x509.AuthorityKeyIdentifierExtension.create(authorityKeys.publicKey),
    ],
  });
  return { authority: authority.toString('pem'), leaf: leaf.toString('pem'), key: await privateKeyPem(leafKeys.privateKey) };
}

async function newKeys(): Promise<CryptoKeyPair> {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}

async function privateKeyPem(key: CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}
