import { checkProject, type CheckOptions, type ProjectReport } from '../app/checkProject.ts';
import { fixProject } from '../app/fixProject.ts';
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
  surroundings.writeOutput(written(reports, args, surroundings));
  const isGraveEnough = reports.some(report => report.findings.some(finding => isAtLeast(finding.severity, args.failOn)));
  return isGraveEnough ? exitCode.findings : exitCode.good;
}

/** A folder that was given already has all its files checked. */
function covers(one: Target, other: Target): boolean {
  return one.root === other.root && one.folder === other.folder && (one.only === null || one.only === other.only);
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
  const only = LAST_PART.exec(root)?.[1] ?? '';
  if (documentKindOf(only) === null && lockKindOf(only) === null)
    return { problem: `${visibleText(given)} is neither a folder nor a file that names dependencies.` };
  const folder = root.replace(LAST_PART, '');
  return [{ given: given.replace(LAST_PART, '') || '.', root: folder, folder, only }];
}

async function checkAll(targets: readonly Target[], args: CheckArguments, surroundings: Surroundings): Promise<readonly PlacedReport[]> {
  const reports: PlacedReport[] = [];
  for (const target of targets) reports.push({ ...(await checkOne(target, args, surroundings)), ...placeOf(target) });
  return reports;
}

async function checkOne({ folder, only }: Target, args: CheckArguments, surroundings: Surroundings): Promise<ProjectReport> {
  const { files, version, gather } = surroundings;
  const options: CheckOptions = {
    profile: args.profile,
    pinning: 'advice',
    occasion: 'writing',
    ownVersion: version,
    now: surroundings.now(),
    gather: args.offline ? null : gather(args.index),
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
