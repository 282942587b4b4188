import { checkProject, type CheckOptions, type ProjectReport } from '../app/checkProject.ts';
import { fixProject } from '../app/fixProject.ts';
import type { ReportedFinding } from '../core/checks/runChecks.ts';
import { documentKindOf } from '../core/documents/documentKindOf.ts';
import { lockKindOf } from '../core/locks/readLock.ts';
import { visibleText } from '../core/text/visibleText.ts';
import { isAtLeast, type CheckArguments } from './checkArguments.ts';
import { githubReport } from './githubReport.ts';
import { jsonReport } from './jsonReport.ts';
import type { PlacedReport } from './placedReport.ts';
import { sarifReport } from './sarifReport.ts';
import { exitCode, type ExitCode, type Surroundings } from './surroundings.ts';
import { textReport } from './textReport.ts';

/** A folder to check, and the PATH it was found under. */
interface Target {
  readonly given: string;
  readonly root: string;
  readonly folder: string;
  /** The one file that is meant, relative to the folder; null for all. */
  readonly only: string | null;
}

const LAST_PART = /(?:^|[\\/])([^\\/]+)$/;
const MOST_UP = 6;

/** Checks every project of every PATH, then writes one result. */
export async function checkCommand(args: CheckArguments, surroundings: Surroundings): Promise<ExitCode> {
  const targets: Target[] = [];
  for (const path of args.paths) {
    const found = await targetsOf(path, surroundings);
    if ('problem' in found) {
      surroundings.writeError(`countersign: ${found.problem}\n`);
      return exitCode.wrongUse;
    }
    targets.push(...found.filter(target => !targets.some(other => covers(other, target))));
  }
  const reports = await checkAll(targets, args, surroundings);
  const idle = targets.find(({ only }, place) => only !== null && isEmpty(reports[place]));
  if (idle !== undefined) {
    surroundings.writeError(`countersign: ${visibleText(idle.only ?? '')} names no dependencies.\n`);
    return exitCode.wrongUse;
  }
  surroundings.writeOutput(written(reports, args, surroundings));
  const isGraveEnough = reports.some(report => report.findings.some(finding => isAtLeast(finding.severity, args.failOn)));
  return isGraveEnough ? exitCode.findings : exitCode.good;
}

/** A folder that was given already has all its files checked. */
function covers(one: Target, other: Target): boolean {
  return one.root === other.root && one.folder === other.folder && (one.only === null || one.only === other.only);
}

/** A script without a block (PEP 723). */
function isEmpty(report: PlacedReport | undefined): boolean {
  return report?.documents.length === 0 && report.locks.length === 0;
}

function written(reports: readonly PlacedReport[], { format }: CheckArguments, { version, coloured }: Surroundings): string {
  switch (format) {
    case 'text':
      return textReport(reports, coloured);
    case 'json':
      return jsonReport(reports, version);
    case 'sarif':
      return sarifReport(reports, version);
    case 'github':
      return githubReport(reports);
  }
}

/** A folder is a project even without a `pyproject.toml`, and so are those below it that have one; a file stands for its own folder alone. */
async function targetsOf(
  given: string,
  { files, absolutePath, kindOf }: Surroundings,
): Promise<readonly Target[] | { readonly problem: string }> {
  const root = absolutePath(given);
  const kind = await kindOf(root);
  if (kind === 'missing') return { problem: `${visibleText(given)} does not exist.` };
  if (kind === 'folder') {
    const below = (await files.findProjectFolders(root)).filter(folder => folder !== root).toSorted();
    return [root, ...below].map(folder => ({ given, root, folder, only: null }));
  }
  const name = LAST_PART.exec(root)?.[1] ?? '';
  if (documentKindOf(root.replaceAll('\\', '/')) === null && lockKindOf(name) === null)
    return { problem: `${visibleText(given)} is neither a folder nor a file that names dependencies.` };
  return [await ownerOf(given, root, kindOf)];
}

/** The nearest folder above that is a project decides how the file is judged; else its own. */
async function ownerOf(given: string, file: string, kindOf: Surroundings['kindOf']): Promise<Target> {
  const [own = '', ...above] = foldersOf(file);
  for (const folder of [own, ...above]) if ((await kindOf(`${folder}/pyproject.toml`)) === 'file') return targetIn(folder, given, file);
  return targetIn(own, given, file);
}

/** From its own upwards, without the root of the disk. */
function foldersOf(file: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = file.replace(LAST_PART, ''); folder !== '' && folders.length < MOST_UP; folder = folder.replace(LAST_PART, ''))
    folders.push(folder);
  return folders;
}

function targetIn(folder: string, given: string, file: string): Target {
  const only = file.slice(folder.length + 1).replaceAll('\\', '/');
  const before = given.replaceAll('\\', '/').endsWith(only) ? given.slice(0, -only.length) : folder;
  return { given: before.replace(/[\\/]+$/, '') || '.', root: folder, folder, only };
}

async function checkAll(targets: readonly Target[], args: CheckArguments, surroundings: Surroundings): Promise<readonly PlacedReport[]> {
  const reports: PlacedReport[] = [];
  for (const target of targets) {
    const report = await checkOne(target, args, surroundings);
    reports.push({ ...report, findings: report.findings.toSorted(byPlace), ...placeOf(target) });
  }
  return reports;
}

/** As a person reads the files; at one place in the rules' own order, which sorting keeps. */
function byPlace({ file: one, span: { start } }: ReportedFinding, { file: other, span }: ReportedFinding): number {
  if (one !== other) return one < other ? -1 : 1;
  return start.line - span.start.line || start.character - span.start.character;
}

async function checkOne({ folder, only }: Target, args: CheckArguments, surroundings: Surroundings): Promise<ProjectReport> {
  const { files, version, gather, names } = surroundings;
  const options: CheckOptions = {
    profile: args.profile,
    pinning: 'advice',
    occasion: 'writing',
    ownVersion: version,
    now: surroundings.now(),
    gather: args.offline ? null : gather(args.index),
    names,
    only,
  };
  const check = (): Promise<ProjectReport> => checkProject(files, folder, options, surroundings.cancelled);
  if (!args.fix) return check();
  const { report, count } = await fixProject(files, check);
  if (count > 0)
    surroundings.writeError(`countersign: ${count === 1 ? 'one repair' : `${count} repairs`} written in ${visibleText(folder)}.\n`);
  return report;
}

function placeOf({ given, root, folder }: Target): Pick<PlacedReport, 'path' | 'shownPath'> {
  const path = relativePath(root, folder);
  const shownPath = path === '.' ? given : `${given.replace(/[\\/]+$/, '')}/${path}`;
  return { path, shownPath: shownPath.replace(/^\.\//, '') };
}

function relativePath(root: string, folder: string): string {
  if (folder === root || !folder.startsWith(root)) return '.';
  return folder.slice(root.length).replaceAll('\\', '/').replace(/^\/+/, '');
}
