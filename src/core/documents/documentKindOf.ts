import type { DocumentKind } from './dependencyDocument.ts';

/** What a file may be, by its path (with `/`) alone; of a `script` only the text tells whether it names dependencies. */
export function documentKindOf(path: string): DocumentKind | null {
  const folders = path.split('/');
  const base = folders.pop() ?? '';
  if (base === 'pyproject.toml') return 'pyproject';
  if (base === 'Pipfile') return 'pipfile';
  const [, stem = '', ending] = /^(.+)\.(txt|in|pyw?)$/i.exec(base) ?? [];
  switch (ending?.toLowerCase()) {
    case 'txt':
      return listKind(stem, folders);
    case 'in':
      return isInput(stem, folders) ? 'input' : null;
    case 'py':
    case 'pyw':
      return 'script';
    default:
      return null;
  }
}

const REQUIREMENTS = /^requirements?(?![a-z])|^requirements/;
const CONSTRAINTS = /^constraints?(?![a-z])|^constraints/;

/** Texts for people that lie in folders of requirements. */
const PROSE = /^(?:readme|licen[cs]e|copying|notice|authors|contributing|changelog|changes|news|todo|notes)$/;

function listKind(stem: string, folders: readonly string[]): 'requirements' | 'constraints' | null {
  const words = wordsOf(stem);
  if (words.some(word => CONSTRAINTS.test(word))) return 'constraints';
  if (words.some(word => REQUIREMENTS.test(word))) return 'requirements';
  if (words.some(word => PROSE.test(word))) return null;
  const folder = folders.findLast(name => isListFolder(name));
  if (folder === undefined) return null;
  return CONSTRAINTS.test(folder.toLowerCase()) ? 'constraints' : 'requirements';
}

/** Templates of other tools end in `.in` too: `config.h.in`, `setup.cfg.in`, `MANIFEST.in`. */
const TEMPLATE = /\.(?:[chsm]|cc|cpp|hpp|py|pyx|sh|bat|ps1|cmake|pc|xml|html|rst|md|json|ya?ml|toml|cfg|ini|conf|spec|service|desktop)$/i;

/** The plain names that people give to inputs of pip-compile and uv. */
const PLAIN = new Set(
  'all base build ci common dev develop development doc docs extra extras lint linting local main packages pip prod production qa release runtime test testing tests tools types typing'.split(
    ' ',
  ),
);

function isInput(stem: string, folders: readonly string[]): boolean {
  if (/^manifest$/i.test(stem) || TEMPLATE.test(stem)) return false;
  const words = wordsOf(stem);
  if (words.some(word => REQUIREMENTS.test(word) || CONSTRAINTS.test(word))) return true;
  return folders.some(isListFolder) ? !words.some(word => PROSE.test(word)) : PLAIN.has(stem.toLowerCase());
}

function isListFolder(name: string): boolean {
  return /^(?:requirements|reqs|constraints)$/i.test(name);
}

function wordsOf(stem: string): readonly string[] {
  return stem.toLowerCase().split(/[-_. ]+/);
}
