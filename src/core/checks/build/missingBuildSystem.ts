import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import { editable } from '../../edits/editableDocument.ts';
import { tomlTree } from '../../project/tomlTree.ts';
import { wholeFile } from '../../text/span.ts';
import type { Check, Fix } from '../check.ts';
import { likelyBackend, type BuildBackend } from './buildBackend.ts';
import { hasAt, pyprojectOf } from './pyprojectOf.ts';

/** Without the table the build depends on the day it is made (PEP 517, section Source trees). */
export const missingBuildSystem: Check<'document'> = {
  id: 'build/missing-build-system',
  title: 'The build backend is named in [build-system]',
  severity: { library: 'warning', application: 'info' },
  documentation: {
    what: 'A pyproject.toml of a project that can be built, without a [build-system] table. Projects that say they are no package ([tool.uv] package = false, [tool.poetry] package-mode = false) are left alone, and so is a file that cannot be read to its end.',
    why: 'pip and build then take the newest setuptools of the day, in its oldest mode. A release made tomorrow may differ from today’s, or fail, without any change of yours.',
    mend: 'Add the table with the backend that the project is written for and a lowest version.',
    quickFix: 'Adds the table, for the backend that the project shows: setup.py, or the settings of Poetry, PDM, Hatch or Flit.',
    sources: ['https://peps.python.org/pep-0517/', 'https://peps.python.org/pep-0518/'],
  },
  needs: ['document'],
  *run({ document: { pyproject: project, documents, filesBeside } }) {
    const pyproject = pyprojectOf(documents);
    if (!pyproject?.toml || hasAt(pyproject, 'build-system')) return;
    if (project === null || project.problems.length > 0) return;
    if (isNoPackage(pyproject) || !isBuilt(pyproject, filesBeside)) return;
    const message =
      'There is no [build-system] table, so the newest setuptools of the day builds this project. Name the build backend and a lowest version.';
    yield { message, file: pyproject.file, span: wholeFile, fixes: [tableFix(pyproject, likelyBackend(pyproject, filesBeside))] };
  },
};

function isNoPackage({ toml }: DependencyDocument): boolean {
  const switches = [
    ['tool', 'uv', 'package'],
    ['tool', 'poetry', 'package-mode'],
  ];
  return toml !== null && switches.some(path => tomlTree(toml, path)?.entry?.value === false);
}

function isBuilt(pyproject: DependencyDocument, filesBeside: readonly string[]): boolean {
  return hasAt(pyproject, 'project', 'name') || hasAt(pyproject, 'tool', 'poetry', 'name') || filesBeside.includes('setup.py');
}

/** Before the first table where the file begins with one, as is usual; else at the end, where nothing else can fall into the new table. */
function tableFix(pyproject: DependencyDocument, { package: name, lowest, module }: BuildBackend): Fix {
  const { text, lineEnding, edit } = editable(pyproject);
  const table = ['[build-system]', `requires = ["${name}>=${lowest}"]`, `build-backend = "${module}"`, ''].join(lineEnding);
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const isFirst = pyproject.toml?.headers.some(({ range }) => range.start === start) === true;
  const gap = /[\r\n]$/.test(text) ? lineEnding : lineEnding + lineEnding;
  const added = isFirst ? edit(start, start, table + lineEnding) : edit(text.length, text.length, gap + table);
  return { title: `Add [build-system] for ${name}`, needsReview: true, edits: [added] };
}
