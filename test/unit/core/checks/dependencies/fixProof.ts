import { expect } from 'vitest';

import { seededChance } from '../../../../../scripts/lib/seededChance.mjs';
import type { Requirement } from '../../../../../src/core/documents/requirement.ts';
import type { Profile } from '../../../../../src/core/project/projectProfile.ts';
import { projectFacts, type Texts } from '../projectFacts.ts';
import { generateProject, type Surroundings } from './generatedProjects.ts';
import { applyFix, findingsOf, markedText, type OfflineCheck } from './ruleFindings.ts';

export interface Fault extends Surroundings {
  readonly check: OfflineCheck;
  readonly profile?: Profile;
  /** The package at fault, where it is not `target`. */
  readonly package?: string;
  /** The package that a fix names instead. */
  readonly becomes?: string;
}

/** Applies each fix to a generated project, and proves that it mends the fault and nothing else. How many there were. */
export function proveFixes(fault: Fault, seed: number): number {
  const { check, profile = 'library', package: name = 'target' } = fault;
  const texts = generateProject(seededChance(seed), fault);
  const own = (project: Texts) => findingsOf(check, project, profile).filter(found => found.package === name);
  const [finding, ...others] = own(texts);
  expect(others, show(texts)).toEqual([]);
  expect(finding?.package, show(texts)).toBe(name);
  expect(finding && markedText(texts, finding)).not.toBe('');
  for (const fix of finding?.fixes ?? []) {
    const fixed = applyFix(texts, fix);
    const told = `${fix.title}\n${show(texts)}\n${show(fixed)}`;
    expect(own(fixed), told).toEqual([]);
    expect(requirementsBut(fault.becomes ?? name, fixed), told).toEqual(requirementsBut(name, texts));
    expect(faultsOf(fixed), told).toEqual([]);
    expect(missingComments(texts, fixed, fault), told).toEqual([]);
    expect(lineEndsOf(texts), told).toEqual(expect.arrayContaining([...lineEndsOf(fixed)]));
  }
  return finding?.fixes?.length ?? 0;
}

function show(texts: Texts): string {
  return JSON.stringify(Object.entries(texts)[0], null, 1).replaceAll('\\n', '\\n\n');
}

function requirementsOf(texts: Texts): readonly Requirement[] {
  return projectFacts(texts).document.documents.flatMap(({ requirements }) => requirements);
}

function requirementsBut(name: string, texts: Texts): readonly unknown[] {
  const others = requirementsOf(texts).filter(requirement => requirement.name !== name);
  return others.map(({ raw, section, hashes }) => [raw, section, hashes.map(({ digest }) => digest)]);
}

function faultsOf(texts: Texts): readonly unknown[] {
  const problems = projectFacts(texts).document.documents.flatMap(document => document.problems);
  return [...problems, ...requirementsOf(texts).flatMap(({ problem }) => problem ?? [])];
}

/** Those on the lines of a faulty requirement, or indented below them, may go with it. */
function missingComments(texts: Texts, fixed: Texts, { faulty }: Fault): readonly string[] {
  const [[file, text] = ['', '']] = Object.entries(texts);
  const starts = faulty.map(item => item.slice(0, 6));
  let isOwn = false;
  const comments = text.split(/\r?\n/).flatMap(line => {
    isOwn = starts.some(start => line.includes(start)) || (isOwn && /^\s+(?:#|--hash)/.test(line));
    return isOwn ? [] : (/# .*$/.exec(line)?.[0] ?? []);
  });
  return comments.filter(comment => !fixed[file]?.includes(comment));
}

function lineEndsOf(texts: Texts): readonly string[] {
  return [...new Set(Object.values(texts)[0]?.match(/\r?\n/g) ?? [])];
}
