import { distributionOf } from '../../names/importNames.ts';
import type { NameList } from '../../names/nameList.ts';

/** Projects of these names are much installed, and are empty, long left, or something else: hardly anybody means them. */
const strays: ReadonlySet<string> = new Set([
  ...['attr', 'bs4', 'crypto', 'discord', 'docx', 'dotenv', 'fitz', 'jose', 'kafka', 'serial', 'sklearn', 'slugify', 'telegram'],
  ...['websocket', 'zmq'],
]);

/** The project that brings a module, where a requirement names the module instead; null where a well-known project has that name itself. */
export function moduleMeant(name: string, { ranks }: NameList): string | null {
  return ranks.has(name) && !strays.has(name) ? null : distributionOf(name);
}
