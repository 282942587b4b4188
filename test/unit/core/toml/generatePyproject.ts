import type { Chance } from './chance.ts';
import { requirements } from './generateValue.ts';
import { blank, enclosed, ending } from './writeStyle.ts';

/** Adds the tables that packaging tools read, some of them, in any order, each written in a manner of its own. */
export function addProject(chance: Chance, lines: string[]): void {
  const waiting = [...tables];
  while (waiting.length > 0) {
    const [add] = waiting.splice(chance.below(waiting.length), 1);
    if (!chance.isOneIn(3)) add?.(chance, lines);
  }
}

type AddTable = (chance: Chance, lines: string[]) => void;

const tables: readonly AddTable[] = [
  (chance, lines) => {
    addHeader(chance, lines, 'build-system');
    addKey(chance, lines, 'requires', requirementList(chance));
    addKey(chance, lines, 'build-backend', '"hatchling.build"');
  },
  (chance, lines) => {
    addHeader(chance, lines, 'project');
    addKey(chance, lines, 'name', '"demo"');
    addKey(chance, lines, 'version', "'1.0'");
    addKey(
      chance,
      lines,
      'authors',
      enclosed(chance, '[', [enclosed(chance, '{', ['name = "A, B"', "email = 'a@example.org'"], '}')], ']'),
    );
    addKey(chance, lines, 'dependencies', requirementList(chance));
    addKey(chance, lines, 'description', chance.pick(['"""\nOne.\n\n[Two]\nthree = 3\n"""', '"Plain"']));
  },
  (chance, lines) => {
    addHeader(chance, lines, chance.pick(['project.optional-dependencies', 'project."optional-dependencies"']));
    for (const extra of ['cli', '"web.ui"', 'all']) addKey(chance, lines, extra, requirementList(chance));
  },
  (chance, lines) => {
    addHeader(chance, lines, 'dependency-groups');
    addKey(chance, lines, 'test', requirementList(chance));
    addKey(chance, lines, 'dev', enclosed(chance, '[', [...someRequirements(chance), '{include-group = "test"}'], ']'));
  },
  (chance, lines) => {
    addHeader(chance, lines, 'tool.poetry.dependencies');
    addKey(chance, lines, 'python', '"^3.11"');
    addKey(chance, lines, 'uvicorn', enclosed(chance, '{', ['version = "^0.30"', 'extras = ["standard"]', 'optional = true'], '}'));
    addKey(chance, lines, '"backports.zoneinfo"', "'*'");
  },
  (chance, lines) => {
    for (const name of ['one', 'two']) {
      lines.push(chance.pick(['[[tool.uv.index]]', '[[ tool . uv . index ]]']));
      addKey(chance, lines, 'name', `"${name}"`);
      addKey(chance, lines, 'url', '"https://index.example/simple"');
      addKey(chance, lines, 'explicit', 'true');
    }
  },
];

function addHeader(chance: Chance, lines: string[], name: string): void {
  lines.push('', `[${blank(chance)}${name}${blank(chance)}]${ending(chance)}`);
}

function addKey(chance: Chance, lines: string[], key: string, value: string): void {
  if (chance.isOneIn(6)) lines.push(chance.pick(['', '# why']));
  lines.push(`${key}${blank(chance)}=${blank(chance)}${value}${ending(chance)}`);
}

function requirementList(chance: Chance): string {
  return enclosed(chance, '[', someRequirements(chance), ']');
}

function someRequirements(chance: Chance): readonly string[] {
  return Array.from({ length: chance.below(6) }, () => chance.pick(requirements));
}
