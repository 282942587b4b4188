import type { DependencyDocument } from '../core/documents/dependencyDocument.ts';
import { judgeProject, type JudgeOptions, type ProjectJudgement } from '../core/checks/judgeProject.ts';
import type { LockDocument } from '../core/locks/lockDocument.ts';
import { readPyproject, type Pyproject } from '../core/project/pyproject.ts';
import type { FactGatherer, GatheredFacts } from './factGatherer.ts';
import type { UnansweredName } from './gatherIndexFacts.ts';
import { gatherNames } from './gatherNames.ts';
import type { NameLoader, ProjectFiles } from './ports.ts';
import { readProject, type ProjectReading } from './readProject.ts';

export interface CheckOptions extends JudgeOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Null: nothing is asked. */
  readonly gather: FactGatherer | null;
  readonly names: NameLoader;
  /** One file of the folder, with what it includes; null for all. */
  readonly only: string | null;
}

/** What was found in one project. A folder without `pyproject.toml` is one too. */
export interface ProjectReport extends ProjectJudgement {
  readonly folder: string;
  readonly pyproject: Pyproject | null;
  readonly documents: readonly DependencyDocument[];
  readonly locks: readonly LockDocument[];
  /** Packages of which the indexes told nothing, though they were to be asked. */
  readonly unanswered: readonly UnansweredName[];
}

const offline: GatheredFacts = { index: { missing: 'offline' }, unanswered: [] };

/** Reads one folder, each file once, gathers what the indexes tell, then runs the catalogue's checks. */
export async function checkProject(
  files: ProjectFiles,
  folder: string,
  options: CheckOptions,
  signal: AbortSignal,
): Promise<ProjectReport> {
  const reading = await readProject(files, folder, options.only);
  const { index, unanswered } = options.gather === null ? offline : await options.gather(reading, signal);
  const pyproject = pyprojectIn(reading);
  const names = await gatherNames(options.names, reading.documents);
  const judgement = judgeProject({ ...reading, pyproject }, { names, index, now: { fact: options.now } }, options);
  const report = { folder, pyproject, documents: reading.documents, locks: reading.locks, unanswered, ...judgement };
  return options.only === null ? report : reportOn(options.only, report);
}

/** One that cannot be decoded has no text to be parsed. */
function pyprojectIn({ documents }: ProjectReading): Pyproject | null {
  const document = documents.find(({ file }) => file === 'pyproject.toml');
  if (document === undefined) return null;
  return document.toml === null ? { ...readPyproject(''), document: null, problems: document.problems } : readPyproject(document.text);
}

/** Of what was found, the part that is about one file and what it includes. */
function reportOn(file: string, report: ProjectReport): ProjectReport {
  const reached = new Set([file]);
  for (const document of report.documents) if (reached.has(document.file)) addTargets(document, reached);
  const isMeant = (item: { readonly file: string }): boolean => reached.has(item.file);
  return {
    ...report,
    documents: report.documents.filter(isMeant),
    locks: report.locks.filter(isMeant),
    // Of the other files nobody asked, so nobody knows what in them an entry of the project's table silences.
    findings: report.findings.filter(finding => isMeant(finding) && finding.rule !== 'config/stale-ignore'),
    suppressed: report.suppressed.filter(isMeant),
  };
}

/** Files are read in the order in which they are reached, so one pass is enough. */
function addTargets({ includes }: DependencyDocument, reached: Set<string>): void {
  for (const { target } of includes) if (target !== null) reached.add(target);
}
