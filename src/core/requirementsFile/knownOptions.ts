/** An option that some pip since 24.0 reads in a requirements file. */
export interface KnownOption {
  /** Its long form, by which it is known from here on. */
  readonly name: string;
  readonly spellings: readonly string[];
  readonly takesValue: boolean;
  /** What it speaks for: one requirement, or the whole file. */
  readonly scope: 'file' | 'requirement';
}

const WITH_VALUE = true;
const FLAG = false;

export const knownOptions: readonly KnownOption[] = [
  option('file', WITH_VALUE, '--requirement', '-r'),
  option('file', WITH_VALUE, '--constraint', '-c'),
  option('file', WITH_VALUE, '--editable', '-e'),
  option('file', WITH_VALUE, '--index-url', '-i', '--pypi-url'),
  option('file', WITH_VALUE, '--extra-index-url'),
  option('file', FLAG, '--no-index'),
  option('file', WITH_VALUE, '--find-links', '-f'),
  option('file', WITH_VALUE, '--no-binary'),
  option('file', WITH_VALUE, '--only-binary'),
  option('file', FLAG, '--prefer-binary'),
  option('file', FLAG, '--require-hashes'),
  option('file', FLAG, '--no-require-hashes'),
  option('file', FLAG, '--pre'),
  option('file', WITH_VALUE, '--all-releases'),
  option('file', WITH_VALUE, '--only-final'),
  option('file', WITH_VALUE, '--trusted-host'),
  option('file', WITH_VALUE, '--use-feature'),
  option('requirement', WITH_VALUE, '--hash'),
  option('requirement', WITH_VALUE, '--config-settings', '-C'),
  option('requirement', WITH_VALUE, '--global-option'),
];

const spelled = new Map(knownOptions.flatMap(known => known.spellings.map(spelling => [spelling, known] as const)));

/** Null where pip knows no such option. Long ones may be cut short as long as one alone is meant (Python's `optparse`). */
export function findOption(spelling: string): KnownOption | null {
  const exact = spelled.get(spelling);
  if (exact !== undefined || !spelling.startsWith('--')) return exact ?? null;
  const meant = [...spelled.keys()].filter(other => other.startsWith(spelling));
  return meant.length === 1 ? (spelled.get(meant[0] ?? '') ?? null) : null;
}

function option(scope: KnownOption['scope'], takesValue: boolean, name: string, ...others: readonly string[]): KnownOption {
  return { name, spellings: [name, ...others], takesValue, scope };
}
