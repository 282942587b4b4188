import { checkProject } from '../app/checkProject.ts';
import { visibleText } from '../core/text/visibleText.ts';
import { isAtLeast, type CheckArguments } from './checkArguments.ts';
import { jsonReport } from './jsonReport.ts';
import type { PlacedReport } from './placedReport.ts';
import { exitCode, type ExitCode, type Surroundings } from './surroundings.ts';
import { textReport } from './textReport.ts';

/** A folder to check, and the PATH it was found under. */
interface Target {
  readonly given: string;
  readonly root: string;
  readonly folder: string;
}

const PYPROJECT = /(?:^|[\\/])pyproject\.toml$/;

/** Checks every project of every PATH, then writes one result. */
export async function checkCommand(args: CheckArguments, surroundings: Surroundings): Promise<ExitCode> {
  const targets: Target[] = [];
  for (const path of args.paths) {
    const found = await targetsOf(path, surroundings);
    if ('problem' in found) {
      surroundings.writeError(`countersign: ${found.problem}\n`);
      return exitCode.wrongUse;
    }
    targets.push(...found.filter(target => !targets.some(({ root, folder }) => root === target.root && folder === target.folder)));
  }
  const reports = await checkAll(targets, args, surroundings);
  surroundings.writeOutput(args.format === 'json' ? jsonReport(reports, surroundings.version) : textReport(reports, surroundings.coloured));
  const isGraveEnough = reports.some(report => report.findings.some(finding => isAtLeast(finding.severity, args.failOn)));
  return isGraveEnough ? exitCode.findings : exitCode.good;
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
    return [root, ...below].map(folder => ({ given, root, folder }));
  }
  if (!PYPROJECT.test(root)) return { problem: `${visibleText(given)} is neither a folder nor a pyproject.toml.` };
  const folder = root.replace(PYPROJECT, '');
  return [{ given: given.replace(PYPROJECT, '') || '.', root: folder, folder }];
}

async function checkAll(
  targets: readonly Target[],
  args: CheckArguments,
  { files, version }: Surroundings,
): Promise<readonly PlacedReport[]> {
  const reports: PlacedReport[] = [];
  for (const { given, root, folder } of targets) {
    const path = relativePath(root, folder);
    const shownPath = path === '.' ? given : `${given.replace(/[\\/]+$/, '')}/${path}`;
    const report = await checkProject(files, folder, { profile: args.profile, offline: args.offline, ownVersion: version });
    reports.push({ ...report, path, shownPath: shownPath.replace(/^\.\//, '') });
  }
  return reports;
}

function relativePath(root: string, folder: string): string {
  if (folder === root || !folder.startsWith(root)) return '.';
  return folder.slice(root.length).replaceAll('\\', '/').replace(/^\/+/, '');
}
