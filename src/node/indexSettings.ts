import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import type { IndexSettings } from '../app/ports.ts';
import {
  indexesInEnvironment,
  indexesInPipConfiguration,
  indexesInUvConfiguration,
  joinPersonIndexes,
} from '../core/indexFacts/personIndexes.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface IndexSettingsOptions {
  readonly environment: Environment;
  readonly home: string;
  readonly platform: NodeJS.Platform;
}

const MOST_BYTES = 1024 * 1024;

/** Reads where pip and uv keep a person's and a machine's settings, as text: neither of them is run. */
export function createIndexSettings(options: IndexSettingsOptions): IndexSettings {
  return {
    async read() {
      const pip = await Promise.all(pipFiles(options).map(readSmall));
      const uv = await Promise.all(uvFiles(options).map(readSmall));
      return joinPersonIndexes([
        indexesInEnvironment(options.environment),
        ...pip.map(indexesInPipConfiguration),
        ...uv.map(indexesInUvConfiguration),
      ]);
    },
  };
}

/** As pip's documentation lists them under "Configuration". */
function pipFiles({ environment, home, platform }: IndexSettingsOptions): readonly string[] {
  const chosen = places(environment['PIP_CONFIG_FILE']);
  const ofEnvironment = places(environment['VIRTUAL_ENV']).map(folder => join(folder, platform === 'win32' ? 'pip.ini' : 'pip.conf'));
  if (platform === 'win32') {
    const folders = [...places(environment['PROGRAMDATA']), ...places(environment['APPDATA'])].map(folder => join(folder, 'pip'));
    return [...[...folders, join(home, 'pip')].map(folder => join(folder, 'pip.ini')), ...ofEnvironment, ...chosen];
  }
  const mac = platform === 'darwin' ? ['/Library/Application Support/pip', join(home, 'Library/Application Support/pip')] : [];
  const folders = [...configFolders(environment, home).map(folder => join(folder, 'pip')), ...mac, join(home, '.pip')];
  return ['/etc/pip.conf', ...folders.map(folder => join(folder, 'pip.conf')), ...ofEnvironment, ...chosen];
}

/** As uv's documentation lists them under "Configuration files". */
function uvFiles({ environment, home, platform }: IndexSettingsOptions): readonly string[] {
  const chosen = places(environment['UV_CONFIG_FILE']);
  const folders =
    platform === 'win32'
      ? [...places(environment['PROGRAMDATA']), ...places(environment['APPDATA'])]
      : ['/etc', ...configFolders(environment, home)];
  return [...folders.map(folder => join(folder, 'uv', 'uv.toml')), ...chosen];
}

function configFolders(environment: Environment, home: string): readonly string[] {
  const shared = environment['XDG_CONFIG_DIRS'] || '/etc/xdg';
  return [...shared.split(':').filter(folder => folder.startsWith('/')), environment['XDG_CONFIG_HOME'] || join(home, '.config')];
}

function places(variable: string | undefined): readonly string[] {
  return variable === undefined || variable === '' ? [] : [variable];
}

/** Empty where it is missing, no file, or too long to be one. */
async function readSmall(path: string): Promise<string> {
  try {
    const found = await stat(path);
    return found.isFile() && found.size <= MOST_BYTES ? await readFile(path, 'utf8') : '';
  } catch {
    return '';
  }
}
