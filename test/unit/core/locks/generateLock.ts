import { seededChance } from '../../../../scripts/lib/seededChance.mjs';
import type { LockKind } from '../../../../src/core/documents/dependencyDocument.ts';

/** A lock that was made up, as text and as what a reader has to find in it. */
export interface GeneratedLock {
  readonly kind: LockKind;
  readonly text: string;
  readonly packages: readonly GeneratedPackage[];
}

export interface GeneratedPackage {
  readonly name: string;
  readonly version: string | null;
  readonly source: { readonly kind: string; readonly url: string | null; readonly commit: string | null };
  readonly artifacts: readonly GeneratedArtifact[];
}

export interface GeneratedArtifact {
  readonly filename: string;
  readonly url: string | null;
  readonly hash: string | null;
}

export type Chance = (below: number) => number;

/** The same whole numbers for the same seed. */
export function chanceFrom(seed: number): Chance {
  const next = seededChance(seed);
  return below => Math.floor(next() * below);
}

const kinds: readonly LockKind[] = ['uv-lock', 'poetry-lock', 'pdm-lock', 'pipfile-lock', 'pylock'];

/** Of any format and in any layout that its language allows. */
export function generateLock(seed: number): GeneratedLock {
  const chance = chanceFrom(seed);
  const kind = pick(chance, kinds);
  const packages = Array.from({ length: chance(9) }, (_, number) => generatePackage(chance, kind, number));
  const written = writers[kind](chance, packages);
  const lines = chance(4) === 0 ? written.replaceAll('\n', '\r\n') : written;
  return { kind, text: (chance(6) === 0 ? '\uFEFF' : '') + lines, packages };
}

export function pick<T>(chance: Chance, choices: readonly T[]): T {
  const choice = choices[chance(choices.length)];
  if (choice === undefined) throw new Error('nothing to choose from');
  return choice;
}

const INDEX = 'https://index.example/simple';
const COMMIT = '65486e4383f9f411da95937451205d3c7b61b9e1';
const sources = [
  { kind: 'registry', url: INDEX, commit: null },
  { kind: 'registry', url: INDEX, commit: null },
  { kind: 'registry', url: INDEX, commit: null },
  { kind: 'vcs', url: 'https://git.example/demo', commit: COMMIT },
  { kind: 'editable', url: 'packages/demo', commit: null },
] as const;

function generatePackage(chance: Chance, kind: LockKind, number: number): GeneratedPackage {
  const name = `${pick(chance, ['demo', 'zope-event', 'a'])}-${number}`;
  const version = `${chance(30)}.${chance(30)}${pick(chance, ['', '.0', 'rc1', '.post2', '+local.1'])}`;
  const source = pick(chance, sources);
  const hasUrls = kind === 'uv-lock' || kind === 'pylock';
  const isRegistry = source.kind === 'registry';
  const artifacts = Array.from({ length: isRegistry ? chance(5) : 0 }, (_, place) => {
    const filename = place === 0 ? `${name}-${version}.tar.gz` : `${name}-${version}-cp3${place}-none-any.whl`;
    const hash = chance(6) === 0 ? null : `${pick(chance, ['sha256', 'sha512', 'md5'])}:${hex(chance)}`;
    return { filename, url: hasUrls ? `https://files.example/${hex(chance)}/${filename}` : null, hash };
  });
  const places = kind === 'pdm-lock' && isRegistry ? { ...source, url: null } : source;
  return { name, version: isRegistry || kind === 'pdm-lock' || kind === 'poetry-lock' ? version : null, source: places, artifacts };
}

function hex(chance: Chance): string {
  return Array.from({ length: 8 }, () => chance(0x10000).toString(16).padStart(4, '0')).join('');
}

type Writer = (chance: Chance, packages: readonly GeneratedPackage[]) => string;

const writers: Readonly<Record<LockKind, Writer>> = {
  'uv-lock': (chance, packages) => `version = 1\nrevision = 3\n${packages.map(each => uvPackage(chance, each)).join('')}`,
  'poetry-lock': (chance, packages) => poetry(chance, packages),
  'pdm-lock': (chance, packages) =>
    `[metadata]\ngroups = ["default"]\nlock_version = "4.5.0"\n${packages.map(each => pdmPackage(chance, each)).join('')}`,
  'pipfile-lock': (chance, packages) => pipfile(chance, packages),
  pylock: (chance, packages) => `lock-version = "1.0"\ncreated-by = "demo"\n${packages.map(each => pylockPackage(chance, each)).join('')}`,
};

function head(chance: Chance, { name, version }: GeneratedPackage, table: string): string {
  const key = pick(chance, ['name', '"name"', "'name'"]);
  const blank = pick(chance, ['', ' ', '\t']);
  const between = pick(chance, ['', '# a comment with "quotes", [brackets] and {braces}\n', '\n\n']);
  const odd = pick(chance, ['', `description = ${text(chance, ODD)}\n`, `note = """\n[[package]]\nname = "not one"\\"""" \n`]);
  return `\n[[${table}]]\n${between}${key}${blank}=${blank}${text(chance, name)}${blank}\n${odd}${version === null ? '' : `version = ${text(chance, version)} # "1"\n`}`;
}

const ODD = 'say "hi", [a] {b} #c = \\ ü \u{1F40D}';

/** In one of the ways to write it. */
function text(chance: Chance, value: string): string {
  const basic = JSON.stringify(value);
  const escaped = basic.replace(/^"([a-z])/, (_, letter: string) => `"\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return pick(chance, [basic, basic, basic, value.includes("'") ? basic : `'${value}'`, escaped]);
}

function inline(chance: Chance, fields: readonly (readonly [string, string])[]): string {
  const blank = pick(chance, ['', ' ', '  ']);
  return `{${blank}${fields.map(([key, value]) => `${key}${blank}=${blank}${value}`).join(`,${blank}`)}${blank}}`;
}

function list(chance: Chance, items: readonly string[]): string {
  if (items.length === 0) return pick(chance, ['[]', '[\n]', '[ # none\n]']);
  const [open, between, close] = pick(chance, [
    ['[', ', ', ']'],
    ['[\n    ', ',\n    ', ',\n]'],
    ['[ # files\n\t', ' , # "one"\n\n\t', '\n]'],
  ]);
  return open + items.join(between) + close;
}

function uvPackage(chance: Chance, locked: GeneratedPackage): string {
  const { source, artifacts } = locked;
  const [sdist, ...wheels] = artifacts.map(artifact => inline(chance, urlFields(chance, artifact)));
  const url = source.url ?? '';
  const place = {
    registry: ['registry', JSON.stringify(url)],
    vcs: ['git', JSON.stringify(`${url}?rev=main#${source.commit ?? ''}`)],
    editable: ['editable', text(chance, url)],
  }[source.kind] as [string, string];
  const files = `${sdist === undefined ? '' : `sdist = ${sdist}\n`}wheels = ${list(chance, wheels)}\n`;
  return `${head(chance, locked, 'package')}source = ${inline(chance, [place])}\n${files}dependencies = [\n    { name = "x", marker = "a == 'b'" },\n]\n`;
}

function urlFields(chance: Chance, { url, hash }: GeneratedArtifact): readonly (readonly [string, string])[] {
  return [
    ['url', text(chance, url ?? '')],
    ...(hash === null ? [] : [['hash', text(chance, hash)] as const]),
    ['size', '952055'],
    ['upload-time', pick(chance, ['"2026-03-19T14:22:25Z"', '2026-03-19T14:22:25.026Z', '2026-03-19 14:22:25Z'])],
  ];
}

function fileFields(chance: Chance, { filename, hash }: GeneratedArtifact): readonly (readonly [string, string])[] {
  return [['file', text(chance, filename)], ...(hash === null ? [] : [['hash', text(chance, hash)] as const])];
}

function poetry(chance: Chance, packages: readonly GeneratedPackage[]): string {
  const isOld = chance(3) === 0;
  const bodies = packages.map(locked => {
    const { source, artifacts } = locked;
    const files = `files = ${list(
      chance,
      artifacts.map(each => inline(chance, fileFields(chance, each))),
    )}\n`;
    const type = { registry: 'legacy', vcs: 'git', editable: 'directory' }[source.kind] ?? '';
    const commit = source.commit === null ? '' : `reference = "main"\nresolved_reference = "${source.commit}"\n`;
    const place = `[package.source]\ntype = "${type}"\nurl = ${text(chance, source.url ?? '')}\n${commit}`;
    const develop = source.kind === 'editable' ? 'develop = true\n' : '';
    return `${head(chance, locked, 'package')}${develop}${isOld ? '' : files}[package.dependencies]\nname = "*"\n\n${place}`;
  });
  const apart = packages.map(
    ({ name, artifacts }) =>
      `${name} = ${list(
        chance,
        artifacts.map(each => inline(chance, fileFields(chance, each))),
      )}\n`,
  );
  return `${bodies.join('')}\n[metadata]\nlock-version = "${isOld ? '1.1' : '2.1'}"\n${isOld ? `\n[metadata.files]\n${apart.join('')}` : ''}`;
}

function pdmPackage(chance: Chance, locked: GeneratedPackage): string {
  const { source, artifacts } = locked;
  const place = {
    registry: '',
    vcs: `git = ${text(chance, source.url ?? '')}\nrevision = "${source.commit ?? ''}"\n`,
    editable: `path = ${text(chance, source.url ?? '')}\neditable = true\n`,
  }[source.kind];
  const files = artifacts.map(each => inline(chance, fileFields(chance, each)));
  return `${head(chance, locked, 'package')}${place ?? ''}files = ${list(chance, files)}\n`;
}

function pylockPackage(chance: Chance, locked: GeneratedPackage): string {
  const { source, artifacts } = locked;
  if (source.kind === 'vcs')
    return `${head(chance, locked, 'packages')}vcs = { type = "git", url = ${text(chance, source.url ?? '')}, commit-id = "${source.commit ?? ''}" }\n`;
  if (source.kind === 'editable')
    return `${head(chance, locked, 'packages')}[packages.directory]\npath = ${text(chance, source.url ?? '')}\neditable = true\n`;
  const [sdist, ...wheels] = artifacts;
  const index = `${head(chance, locked, 'packages')}index = ${text(chance, source.url ?? '')}\n`;
  return index + (chance(2) === 0 ? inlineFiles(chance, sdist, wheels) : headedFiles(chance, sdist, wheels));
}

function inlineFiles(chance: Chance, sdist: GeneratedArtifact | undefined, wheels: readonly GeneratedArtifact[]): string {
  const file = ({ url, hash }: GeneratedArtifact): string => {
    const [algorithm = '', digest = ''] = hash?.split(':') ?? [];
    const hashes = hash === null ? [] : [['hashes', inline(chance, [[algorithm, `"${digest}"`]])] as const];
    return inline(chance, [['url', text(chance, url ?? '')], ['size', '1'], ...hashes]);
  };
  return `${sdist ? `sdist = ${file(sdist)}\n` : ''}wheels = ${list(chance, wheels.map(file))}\n`;
}

function headedFiles(chance: Chance, sdist: GeneratedArtifact | undefined, wheels: readonly GeneratedArtifact[]): string {
  const file = ({ filename, url, hash }: GeneratedArtifact, path: string): string => {
    const [algorithm = '', digest = ''] = hash?.split(':') ?? [];
    return `name = ${text(chance, filename)}\nurl = ${text(chance, url ?? '')}\n${hash === null ? '' : `[${path}.hashes]\n${algorithm} = "${digest}"\n`}`;
  };
  const first = sdist ? `[packages.sdist]\n${file(sdist, 'packages.sdist')}` : '';
  return first + wheels.map(wheel => `\n[[packages.wheels]]\n${file(wheel, 'packages.wheels')}`).join('');
}

function pipfile(chance: Chance, packages: readonly GeneratedPackage[]): string {
  const entries = packages.map(({ name, version, source, artifacts }): readonly [string, unknown] => {
    const hashes = artifacts.length === 0 ? {} : { hashes: artifacts.map(({ hash }) => hash ?? '') };
    if (source.kind === 'vcs') return [name, { git: source.url, ref: source.commit }];
    if (source.kind === 'editable') return [name, { editable: true, path: source.url }];
    return [name, { ...hashes, index: 'main', version: `==${version ?? ''}` }];
  });
  const half = chance(packages.length + 1);
  const meta = { 'pipfile-spec': 6, sources: [{ name: 'main', url: INDEX, verify_ssl: true }], note: ODD };
  const lock = { _meta: meta, default: Object.fromEntries(entries.slice(0, half)), develop: Object.fromEntries(entries.slice(half)) };
  return JSON.stringify(lock, null, pick(chance, [0, 1, 4, '\t'])) + pick(chance, ['', '\n']);
}
