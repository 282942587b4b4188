// @ts-check
/** @typedef {import('./ensureHost.mjs').Host} Host */
/** @typedef {import('./startServer.mjs').RunningServer} RunningServer */
export { ensureHost } from './ensureHost.mjs';
export { startBareServer } from './startBareServer.mjs';
export { startCodeServer } from './startCodeServer.mjs';
