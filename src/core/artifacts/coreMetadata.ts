import { visibleText } from '../text/visibleText.ts';

/** What a METADATA or PKG-INFO file says of its release, as written. */
export interface CoreMetadata {
  readonly metadataVersion: string | null;
  readonly name: string | null;
  readonly version: string | null;
  readonly requiresPython: string | null;
  readonly requiresDist: readonly string[];
  /** Why PyPI could not take it as metadata: a required field missing, a single one given twice, a line that is no field. */
  readonly problems: readonly string[];
}

type Fields = ReadonlyMap<string, readonly string[]>;

/** Reads the header part, in the e-mail format (core metadata specification; RFC 5322, section 2.2). The description behind it is left alone. */
export function readCoreMetadata(text: string): CoreMetadata {
  const { fields, problem } = readFields(text);
  const required = ['Metadata-Version', 'Name', 'Version'];
  const single = [...required, 'Requires-Python'];
  return {
    metadataVersion: first(fields, 'Metadata-Version'),
    name: first(fields, 'Name'),
    version: first(fields, 'Version'),
    requiresPython: first(fields, 'Requires-Python'),
    requiresDist: all(fields, 'Requires-Dist'),
    problems: [
      ...(problem === null ? [] : [problem]),
      ...required.filter(field => !first(fields, field)).map(field => `The field ${field} is missing.`),
      ...single.filter(field => all(fields, field).length > 1).map(field => `The field ${field} is given more than once.`),
    ],
  };
}

function readFields(text: string): { readonly fields: Fields; readonly problem: string | null } {
  const fields = new Map<string, string[]>();
  let values: string[] | undefined;
  for (const line of headerLines(text)) {
    const [, field, value = ''] = /^([!-9;-~]+):(.*)$/.exec(line) ?? [];
    if (field !== undefined) {
      values = fields.get(field.toLowerCase()) ?? [];
      fields.set(field.toLowerCase(), values);
      values.push(value.trim());
    } else if (/^[ \t]/.test(line) && values !== undefined) {
      values.push(`${values.pop() ?? ''}\n${line}`);
    } else {
      return { fields, problem: `The line "${visibleText(line.slice(0, 60))}" is no field.` };
    }
  }
  return { fields, problem: null };
}

/** Up to the first empty line. A lone CR ends a line too, as in Python's e-mail parser. */
function headerLines(text: string): readonly string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const end = lines.indexOf('');
  return end < 0 ? lines : lines.slice(0, end);
}

function all(fields: Fields, field: string): readonly string[] {
  return fields.get(field.toLowerCase()) ?? [];
}

function first(fields: Fields, field: string): string | null {
  return all(fields, field)[0] ?? null;
}
