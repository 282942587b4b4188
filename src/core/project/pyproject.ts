import { linesOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { scanToml, type ScannedToml } from '../toml/scanToml.ts';
import { entryAt } from '../toml/tomlEntry.ts';
import { fragmentsOf } from './fragmentsOf.ts';
import { parseToml, type TextProblem } from './parseToml.ts';
import { tableAt, textAt, textsAt, valueAt, type TomlTable } from './tomlTable.ts';

/** A `pyproject.toml`, as far as it can be read. */
export interface Pyproject {
  /** Null where the text is not TOML; `problems` say why. */
  readonly document: TomlTable | null;
  /** What can be read of a text that is not TOML; null where it is TOML, or nothing can. */
  readonly fragments: TomlTable | null;
  readonly facts: ProjectFacts;
  /** Where the facts' values stand; null where they are missing. */
  readonly spans: { readonly name: Span | null; readonly version: Span | null; readonly requiredVersion: Span | null };
  readonly problems: readonly TextProblem[];
}

/** What a project says of itself, as written; null where it says nothing, or no text. */
export interface ProjectFacts {
  readonly name: string | null;
  /** `dynamic`: the build works it out. */
  readonly version: string | 'dynamic' | null;
  readonly hasBuildSystem: boolean;
  /** `[tool.countersign] required-version`, whatever stands there; undefined where nothing does. */
  readonly requiredVersion: unknown;
}

const REQUIRED_VERSION = ['tool', 'countersign', 'required-version'];

/** Never throws: a text that is no TOML has no facts, and a problem. */
export function readPyproject(text: string): Pyproject {
  const { document, problem } = parseToml(text);
  const scanned = scanToml(text);
  const spanOf = spansIn(text, scanned);
  return {
    document,
    fragments: document === null ? fragmentsOf(scanned) : null,
    facts: projectFactsIn(document),
    spans: {
      name: spanOf(nameIn(document)?.path ?? null),
      version: spanOf(versionIn(document)?.path ?? null),
      requiredVersion: spanOf(valueAt(document, REQUIRED_VERSION) === undefined ? null : REQUIRED_VERSION),
    },
    problems: problem === null ? [] : [problem],
  };
}

export function projectFactsIn(document: TomlTable | null): ProjectFacts {
  return {
    name: nameIn(document)?.text ?? null,
    version: isDynamic(document) ? 'dynamic' : (versionIn(document)?.text ?? null),
    hasBuildSystem: tableAt(document, ['build-system']) !== null,
    requiredVersion: valueAt(document, REQUIRED_VERSION),
  };
}

function nameIn(document: TomlTable | null): PlacedText | null {
  return firstText(document, ['project', 'name'], ['tool', 'poetry', 'name']);
}

function versionIn(document: TomlTable | null): PlacedText | null {
  return firstText(document, ['project', 'version'], ['tool', 'poetry', 'version']);
}

/** Whether the version is left to the build (PEP 621, `dynamic`), or to one of Poetry's plugins, which overwrite the one in the file. */
function isDynamic(document: TomlTable | null): boolean {
  if (textAt(document, ['project', 'version']) !== null) return false;
  if (['poetry-dynamic-versioning', 'poetry-version-plugin'].some(plugin => tableAt(document, ['tool', plugin]) !== null)) return true;
  return textsAt(document, ['project', 'dynamic']).includes('version') && textAt(document, ['tool', 'poetry', 'version']) === null;
}

interface PlacedText {
  readonly text: string;
  readonly path: readonly string[];
}

function firstText(document: TomlTable | null, ...paths: readonly (readonly string[])[]): PlacedText | null {
  for (const path of paths) {
    const text = textAt(document, path);
    if (text !== null) return { text, path };
  }
  return null;
}

/** Finds the values at paths where the parser found them too. */
function spansIn(text: string, scanned: ScannedToml): (path: readonly string[] | null) => Span | null {
  const lines = linesOf(text);
  return path => {
    const range = path && entryAt(scanned, path)?.range;
    return range ? lines.spanOf(range.start, range.end) : null;
  };
}
