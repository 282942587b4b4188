// @ts-check
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

/**
 * code-server takes no token in its address. This door does: it answers on a port of its own to one secret address,
 * and hands the browser the session cookie (cookies know no ports) on its way to the editor.
 * The address is as secret as a password; whoever has not got it meets code-server's login.
 * @param {{ session: string, suffix: string, target: string }} options what the editor was started with, and its address
 * @returns {Promise<{ url: string, close(): void }>}
 */
export async function openDoor({ session, suffix, target }) {
  const key = randomBytes(32).toString('hex');
  const cookie = `code-server-session-${suffix}=${session}; Path=/; HttpOnly; SameSite=Lax`;
  const server = createServer((request, response) => {
    const welcome = isSame(request.url ?? '', `/?tkn=${key}`);
    response
      .writeHead(welcome ? 302 : 404, welcome ? { location: target, 'set-cookie': cookie, 'referrer-policy': 'no-referrer' } : {})
      .end();
  });
  await new Promise((settle, reject) => server.once('error', reject).listen(0, '127.0.0.1', () => settle(undefined)));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/?tkn=${key}`, close: () => void server.close() };
}

/**
 * @param {string} given
 * @param {string} wanted
 */
function isSame(given, wanted) {
  return given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted));
}
