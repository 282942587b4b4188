import type { Finding } from '../../../../../src/core/checks/check.ts';
import { applyEdits } from '../../../../../src/core/checks/chooseFixes.ts';
import type { PackageCheck, PackagesFacts } from '../../../../../src/core/checks/facts/factCheck.ts';
import type { PackageFacts } from '../../../../../src/core/indexFacts/indexFacts.ts';
import type { Profile } from '../../../../../src/core/project/projectProfile.ts';
import { indexOf, NOW } from '../../indexFacts/samples.ts';
import { projectFacts, type Texts } from '../projectFacts.ts';

/** A project of these files, and what the index tells of its packages. */
export function factsOf(texts: Texts, ...packages: readonly PackageFacts[]): PackagesFacts {
  return { ...projectFacts(texts), index: indexOf(...packages), now: NOW };
}

export function findingsIn(check: PackageCheck, facts: PackagesFacts, profile: Profile = 'application'): readonly Finding[] {
  return [...check.run(facts, profile)];
}

/** Each finding as its place and severity: `requirements.txt:1:0`, `uv.lock:7:8 error`. */
export function marksIn(check: PackageCheck, facts: PackagesFacts, profile: Profile = 'application'): readonly string[] {
  return findingsIn(check, facts, profile).map(({ file, span, severity }) =>
    [`${file}:${span.start.line + 1}:${span.start.character}`, ...(severity === undefined ? [] : [severity])].join(' '),
  );
}

/** The file after one of a finding's fixes. */
export function after(texts: Texts, finding: Finding | undefined, place = 0): string {
  const file = finding?.file ?? '';
  return applyEdits(texts[file] ?? '', finding?.fixes?.[place]?.edits ?? []);
}

/** A `uv.lock` of these packages, from the registry that is named. */
export function uvLock(packages: Readonly<Record<string, string>>, registry = 'https://index.example/simple'): string {
  const tables = Object.entries(packages).map(
    ([name, version]) => `[[package]]\nname = "${name}"\nversion = "${version}"\nsource = { registry = "${registry}" }\n`,
  );
  return `version = 1\nrequires-python = ">=3.9"\n\n${tables.join('\n')}`;
}
