import type { TextEdit } from '../checks/check.ts';
import type { DependencyDocument } from '../documents/dependencyDocument.ts';
import { linesOf } from '../text/lines.ts';
import { entryAt } from '../toml/tomlEntry.ts';
import type { Profile } from './projectProfile.ts';

/** Writes the profile into `[tool.countersign]`: over the one that is there, below the table's header, or as a new table at the end. */
export function profileEdit({ file, text, toml }: DependencyDocument, profile: Profile): TextEdit {
  const lines = linesOf(text);
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const setting = `profile = "${profile}"`;
  const edit = (start: number, end: number, newText: string): TextEdit => ({ file, span: lines.spanOf(start, end), newText });
  const written = toml && entryAt(toml, ['tool', 'countersign', 'profile']);
  if (written) return edit(written.range.start, written.range.end, `"${profile}"`);
  const header = toml?.headers.find(({ path }) => path.join('.') === 'tool.countersign');
  if (header) return edit(header.range.end, header.range.end, `${eol}${setting}`);
  const gap = text === '' ? '' : /(?:\r\n|\n|\r)$/.test(text) ? eol : eol + eol;
  return edit(text.length, text.length, `${gap}[tool.countersign]${eol}${setting}${eol}`);
}
