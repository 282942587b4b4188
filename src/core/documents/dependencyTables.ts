import type { RequirementRole } from './requirement.ts';

/** A place in `pyproject.toml` where dependencies are named. */
export interface DependencyTable {
  /** Null stands for any key, for instance the name of a group. */
  readonly path: readonly (string | null)[];
  readonly role: RequirementRole;
  /** Where it has another name than its path. */
  readonly section?: string;
}

/** Lists of requirements as PEP 508 writes them. */
export const listTables: readonly DependencyTable[] = [
  { path: ['project', 'dependencies'], role: 'main' },
  { path: ['project', 'optional-dependencies', null], role: 'extra' },
  { path: ['dependency-groups', null], role: 'group' },
  { path: ['build-system', 'requires'], role: 'build' },
  { path: ['tool', 'pdm', 'dev-dependencies', null], role: 'group' },
  { path: ['tool', 'hatch', 'envs', null, 'dependencies'], role: 'group' },
  { path: ['tool', 'hatch', 'envs', null, 'extra-dependencies'], role: 'group' },
  { path: ['tool', 'hatch', 'build', 'dependencies'], role: 'build' },
  { path: ['tool', 'hatch', 'build', 'hooks', null, 'dependencies'], role: 'build' },
  { path: ['tool', 'hatch', 'build', 'targets', null, 'dependencies'], role: 'build' },
  { path: ['tool', 'hatch', 'build', 'targets', null, 'hooks', null, 'dependencies'], role: 'build' },
  { path: ['tool', 'uv', 'dev-dependencies'], role: 'group' },
  { path: ['tool', 'uv', 'constraint-dependencies'], role: 'constraint' },
  { path: ['tool', 'uv', 'override-dependencies'], role: 'override' },
  { path: ['tool', 'uv', 'build-constraint-dependencies'], role: 'constraint' },
];

/** Tables that name each dependency by its key, as Poetry writes them. */
export const poetryTables: readonly DependencyTable[] = [
  { path: ['tool', 'poetry', 'dependencies'], role: 'main' },
  { path: ['tool', 'poetry', 'dev-dependencies'], role: 'group' },
  { path: ['tool', 'poetry', 'group', null, 'dependencies'], role: 'group' },
];

/** uv reads its own settings in a script too. */
export const scriptTables: readonly DependencyTable[] = [
  { path: ['dependencies'], role: 'script', section: 'script' },
  ...listTables.filter(({ path: [, tool], role }) => tool === 'uv' && role !== 'group'),
];

/** The table that a path lies in, itself or below it; null for none. */
export function tableOf(path: readonly (string | number)[], tables: readonly DependencyTable[]): DependencyTable | null {
  for (const table of tables) if (isWithin(path, table)) return table;
  return null;
}

/** The name of the table for a person and for the command line: `project.optional-dependencies.socks`. */
export function sectionOf(path: readonly (string | number)[], table: DependencyTable): string {
  return table.section ?? path.slice(0, table.path.length).join('.');
}

/** Asked for every value of a file, so without a function of its own for each key. */
function isWithin(path: readonly (string | number)[], table: DependencyTable): boolean {
  for (let depth = 0; depth < table.path.length; depth += 1) {
    const key = table.path[depth];
    if (key === null ? typeof path[depth] !== 'string' : path[depth] !== key) return false;
  }
  return true;
}
