import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import { tomlTree } from '../../project/tomlTree.ts';
import { linesOf } from '../../text/lines.ts';
import { wholeFile, type Span } from '../../text/span.ts';
import type { Check } from '../check.ts';
import { pyprojectOf } from './pyprojectOf.ts';

const CONSTRAINTS = 'build-constraints.txt';

/** pip never compares the hashes of build requirements with those of a requirements file; constraints with hashes are the one way. */
export const noBuildConstraints: Check<'document'> = {
  id: 'build/no-build-constraints',
  title: 'The release build is held to known hashes',
  severity: { library: 'off', application: 'off' },
  severityAtRelease: { library: 'info', application: 'info' },
  documentation: {
    what: `A project with a [build-system], but without a ${CONSTRAINTS} beside it in which every package has a hash. Looked at when a release is made, and while you write only if you ask for it.`,
    why: 'The backend and all that it depends on run on your computer and write the files that you publish. Without hashes they are whatever the index gives at that moment.',
    mend: `List the build requirements in a file of their own and make the constraints from it: "uv pip compile build-requirements.in --generate-hashes -o ${CONSTRAINTS}". Then build with "uv build --build-constraints ${CONSTRAINTS} --require-hashes".`,
    sources: ['https://docs.astral.sh/uv/concepts/projects/build/'],
  },
  needs: ['document'],
  *run({ document: { documents, filesBeside } }) {
    const place = buildSystemSpan(pyprojectOf(documents));
    if (place === null) return;
    const constraints = documents.find(({ file }) => file === CONSTRAINTS);
    if (constraints) yield* unhashed(constraints);
    else if (!filesBeside.includes(CONSTRAINTS)) {
      const message = `Nothing holds the build to known hashes. Make a ${CONSTRAINTS} with hashes and build with it.`;
      yield { message, file: 'pyproject.toml', span: place };
    }
  },
};

function buildSystemSpan(pyproject: DependencyDocument | null): Span | null {
  const table = pyproject?.toml ? tomlTree(pyproject.toml, ['build-system']) : null;
  if (!pyproject || table === null) return null;
  const { start, end } = (table.below.get('requires') ?? table).range;
  return linesOf(pyproject.text).spanOf(start, end);
}

function* unhashed({ file, requirements }: DependencyDocument): Iterable<{ message: string; file: string; span: Span }> {
  const count = requirements.filter(({ hashes, reference }) => hashes.length === 0 && !reference?.hashes.length).length;
  if (count === 0) return;
  const message = `${count === 1 ? 'One package' : `${count} packages`} here ${count === 1 ? 'has' : 'have'} no hash, so the build is not held to known files.`;
  yield { message, file, span: wholeFile };
}
