// @ts-check
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * The one folder outside the checkout that the scripts write to. Everything in it can be deleted; the next run makes it again.
 * @param {...string} below
 */
export function cacheFolder(...below) {
  return join(process.env['COUNTERSIGN_CACHE'] ?? join(userCache(), 'countersign'), ...below);
}

function userCache() {
  if (process.platform === 'win32') return process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  const chosen = process.env['XDG_CACHE_HOME'];
  // The XDG base directory specification: a relative value is to be ignored.
  return chosen !== undefined && isAbsolute(chosen) ? chosen : join(homedir(), '.cache');
}
