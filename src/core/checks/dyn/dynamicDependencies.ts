import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import { tomlTree, type TomlNode } from '../../project/tomlTree.ts';
import { linesOf } from '../../text/lines.ts';
import { visibleText } from '../../text/visibleText.ts';
import type { Check } from '../check.ts';
import { hasAt, pyprojectOf } from '../build/pyprojectOf.ts';

type DynamicField = 'dependencies' | 'optional-dependencies';

/** Where the list is not in pyproject.toml, rules can look only at the file it comes from. */
export const dynamicDependencies: Check<'document'> = {
  id: 'dyn/dependencies',
  title: 'The dependencies stand in pyproject.toml',
  severity: { library: 'hint', application: 'hint' },
  documentation: {
    what: '[project] dynamic names dependencies or optional-dependencies: the build works them out, from a file or by running code.',
    why: 'What is published is known only after the build. The rules look at the file that the list comes from; what code makes they cannot see.',
    mend: 'Nothing has to be done. Where the list could as well stand in [project], tools and people can read it without building.',
    sources: [
      'https://packaging.python.org/en/latest/specifications/pyproject-toml/#dynamic',
      'https://setuptools.pypa.io/en/latest/userguide/pyproject_config.html#dynamic-metadata',
    ],
  },
  needs: ['document'],
  *run({ document: { documents, filesBeside } }) {
    const pyproject = pyprojectOf(documents);
    if (!pyproject?.toml) return;
    const lines = linesOf(pyproject.text);
    for (const { entry, range } of tomlTree(pyproject.toml, ['project', 'dynamic'])?.below.values() ?? []) {
      if (entry?.value !== 'dependencies' && entry?.value !== 'optional-dependencies') continue;
      const message = explain(entry.value, originOf(entry.value, pyproject, filesBeside));
      yield { message, file: pyproject.file, span: lines.spanOf(range.start, range.end) };
    }
  },
};

function explain(field: DynamicField, origin: string | null): string {
  const subject = field === 'dependencies' ? 'The dependencies' : 'The optional dependencies';
  return origin === null
    ? `${subject} are worked out by the build, so they are not checked here.`
    : `${subject} come from ${visibleText(origin)}.`;
}

/** The first place that says so, as the build backends look for it. */
function originOf(field: DynamicField, pyproject: DependencyDocument, filesBeside: readonly string[]): string | null {
  const { toml } = pyproject;
  if (toml === null) return null;
  const fromSetuptools = filesBelow(tomlTree(toml, ['tool', 'setuptools', 'dynamic', field]), ['file']);
  const fromHatch = filesBelow(tomlTree(toml, ['tool', 'hatch', 'metadata', 'hooks']), ['files', 'filename', 'path']);
  const files = fromSetuptools.length > 0 ? fromSetuptools : fromHatch;
  if (files.length > 0) return inWords(files);
  if (hasAt(pyproject, 'tool', 'hatch', 'metadata', 'hooks', 'custom')) return 'hatch_build.py';
  return ['setup.py', 'setup.cfg'].find(file => filesBeside.includes(file)) ?? null;
}

/** The texts, alone or in lists, at keys of one of these names. */
function filesBelow(node: TomlNode | null, keys: readonly string[], isNamed = false): readonly string[] {
  if (node === null) return [];
  const value = node.entry?.value;
  const own = isNamed && typeof value === 'string' ? [value] : [];
  return [
    ...own,
    ...[...node.below].flatMap(([key, child]) => filesBelow(child, keys, typeof key === 'number' ? isNamed : keys.includes(key))),
  ];
}

function inWords(files: readonly string[]): string {
  const distinct = [...new Set(files)];
  return distinct.length > 3 ? `${distinct.slice(0, 2).join(', ')} and ${distinct.length - 2} more files` : distinct.join(', ');
}
