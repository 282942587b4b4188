import type { Texts } from '../projectFacts.ts';

/** A library whose dependencies are these, as TOML writes a list. */
export function library(dependencies: string, others = ''): Texts {
  return { 'pyproject.toml': `[project]\nname = "demo"\nversion = "1"\ndependencies = ${dependencies}\n${others}` };
}

export function requirements(text: string): Texts {
  return { 'requirements.txt': text };
}

/** A lock of uv that holds these releases. */
export function uvLock(...releases: readonly (readonly [name: string, version: string])[]): Texts {
  const source = '{ registry = "https://index.example/simple" }';
  const packages = releases.map(([name, version]) => `[[package]]\nname = "${name}"\nversion = "${version}"\nsource = ${source}\n`);
  return { 'uv.lock': ['version = 1\n', ...packages].join('\n') };
}

export const SHA = 'a3'.repeat(32);
export const OTHER_SHA = 'b4'.repeat(32);
export const COMMIT = 'c5'.repeat(20);
