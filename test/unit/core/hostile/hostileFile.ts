import type { DocumentKind, LockKind } from '../../../../src/core/documents/dependencyDocument.ts';
import { createChance, type Chance } from '../toml/chance.ts';
import { mutateText } from '../toml/mutateText.ts';
import { pyprojects } from '../toml/pyprojects.ts';

/** A file of some kind after blows of any kind; the same for the same seed. */
export interface HostileFile {
  readonly file: string;
  readonly kind: DocumentKind | null;
  readonly lockKind: LockKind | null;
  readonly text: string;
}

export function hostileFile(seed: number, locks: Readonly<Record<string, readonly [LockKind, string]>>): HostileFile {
  const chance = createChance(seed);
  const chosen = chance.below(4);
  if (chosen === 0) {
    const [file, [lockKind, text]] = chance.pick(Object.entries(locks));
    return { file, kind: null, lockKind, text: mutateText(text, chance) };
  }
  const [file, kind, text] =
    chosen === 1 ? (['pyproject.toml', 'pyproject', chance.pick(Object.values(pyprojects))] as const) : lines(chance);
  return { file, kind, lockKind: null, text: mutateText(text, chance) };
}

function lines(chance: Chance): readonly [string, DocumentKind, string] {
  const body = Array.from({ length: 1 + chance.below(12) }, () => chance.pick(requirementLines)).join(chance.pick(['\n', '\r\n', '\r']));
  return chance.pick([
    ['requirements.txt', 'requirements', body],
    ['constraints.txt', 'constraints', body],
    ['dev.in', 'input', body],
    ['tool.py', 'script', `# /// script\n# dependencies = [\n#   "idna>=3",\n# ]\n# ///\n${body}`],
    [
      'Pipfile',
      'pipfile',
      '[[source]]\nurl = "https://index.example/simple"\nverify_ssl = true\n[packages]\nidna = "==3.10"\nsix = {version = "*", extras = ["a"]}\n',
    ],
  ] as const);
}

const SHA = '0123456789abcdef'.repeat(4);
const requirementLines = [
  'idna==3.10',
  `idna==3.10 --hash=sha256:${SHA}`,
  `idna==3.10 \\\n    --hash=sha256:${SHA} \\\n    --hash=md5:${SHA.slice(32)}  # via requests`,
  'requests[socks]>=2.31,<3 ; python_version < "3.13" and (os_name == "nt" or extra == "x")',
  'demo @ https://user:secret@files.example/demo-1.0-py3-none-any.whl#sha256=abc&egg=demo',
  'git+https://git.example/demo.git@main#egg=demo&subdirectory=x',
  '-e ./local[extra]',
  '-r base.txt',
  '-c constraints.txt # countersign: ignore[dep/unpinned] it is meant',
  '--index-url http://me:${PASSWORD}@index.example/simple/',
  '--extra-index-url=https://index.example/simple --trusted-host index.example',
  'пакет==1.0',
  'раypal>=1',
  '__proto__==1',
  'x'.repeat(3000),
  '('.repeat(5000),
];
