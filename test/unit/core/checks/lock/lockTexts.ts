import type { Texts } from '../projectFacts.ts';

export const SHA = 'a3'.repeat(32);
export const COMMIT = 'c0ffee'.padEnd(40, '0');
export const INDEX = 'https://index.example/simple';

/** A lock of uv with these tables in it. */
export function uvLock(...packages: readonly string[]): Texts {
  return { 'uv.lock': ['version = 1\n', ...packages].join('\n') };
}

/** A package of an index. `artifacts`: as TOML, beside `wheels =`. */
export function released(name: string, artifacts = hashed(name), version = '1.0'): string {
  return sourced(name, `{ registry = "${INDEX}" }`, `version = "${version}"\nwheels = [${artifacts}]\n`);
}

export function sourced(name: string, source: string, more = ''): string {
  return `[[package]]\nname = "${name}"\nsource = ${source}\n${more}`;
}

export function hashed(name: string, host = 'files.index.example', hash = `sha256:${SHA}`): string {
  return `{ url = "https://${host}/${name}-1.0-py3-none-any.whl", hash = "${hash}" }`;
}

export function bare(name: string): string {
  return `{ url = "https://files.index.example/${name}-1.0-py3-none-any.whl" }`;
}

/** An application with these dependencies, as TOML writes a list. */
export function application(dependencies: string, others = ''): Texts {
  return { 'pyproject.toml': `[project]\nname = "demo"\nversion = "1"\ndependencies = ${dependencies}\n${others}` };
}
