import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Failure } from '../../core/failure.ts';

const TRIES = 20;

/** A server on both loopback addresses, on one port. */
export interface Loopback {
  readonly port: number;
  close(): void;
}

/**
 * A browser may take `localhost` for either loopback address. Whoever bound the other one on our port would be served our
 * page's origin, and with it the answers of its security keys: so both are ours, or another port is taken. `firstPort` 0
 * lets the system choose.
 */
export async function listenOnLoopback(listener: RequestListener, firstPort = 0): Promise<Loopback> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const servers = await listenOnBoth(listener, attempt === 0 ? firstPort : 0);
    if (servers !== null) return toLoopback(servers);
  }
  throw new Failure('page-unreachable', 'No port of this computer could be had on both of its loopback addresses.');
}

async function listenOnBoth(listener: RequestListener, port: number): Promise<readonly Server[] | null> {
  const first = await listen(listener, '127.0.0.1', port);
  if (typeof first === 'string') return null;
  const second = await listen(listener, '::1', portOf(first));
  if (typeof second !== 'string') return [first, second];
  if (isWithoutIpv6(second)) return [first];
  first.close();
  return null;
}

/** The server, or the code of what stood in its way. */
function listen(listener: RequestListener, host: string, port: number): Promise<Server | string> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, listener);
  return new Promise(resolve => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    server.listen({ host, port, ipv6Only: true, exclusive: true }, () => resolve(server));
  });
}

/** No such address, or no such family: then no other program can listen there either. */
function isWithoutIpv6(code: string): boolean {
  return code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT';
}

function toLoopback(servers: readonly Server[]): Loopback {
  return { port: portOf(servers[0]), close: () => servers.forEach(closeNow) };
}

function closeNow(server: Server): void {
  server.close();
  server.closeAllConnections();
}

function portOf(server: Server | undefined): number {
  return (server?.address() as AddressInfo).port;
}
