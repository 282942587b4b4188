import { artifactsAgree, type Expectation, type JudgedArtifact } from '../core/artifacts/artifactsAgree.ts';
import type { IndexProfile } from '../core/indexes/indexProfile.ts';
import type { Artifact } from '../core/release/artifact.ts';
import { markStaged, planRelease, type StagedRelease } from '../core/release/releasePlan.ts';
import type { World } from './world.ts';

/** Where a release comes from. */
export type ReleaseSource =
  /** A fresh build, always: what lies in `dist` can never slip in. */
  | {
      readonly kind: 'build';
      readonly projectFolder: string;
      readonly declared: { readonly name: string | null; readonly version: string | null };
    }
  /** Files built elsewhere, copied once. */
  | { readonly kind: 'files'; readonly folder: string }
  /** The staging folder of an earlier approval, to send the rest of the very same bytes. */
  | { readonly kind: 'staged'; readonly folder: string; readonly digest: string; readonly profile: IndexProfile };

export interface Unstageable {
  readonly what: string;
  readonly problems: readonly string[];
}

/**
 * Fills a private folder with the files of one version, once, and reads them there: checks, approval and upload
 * all use that copy. The folder is removed again when the files make no release.
 */
export async function stageRelease(
  world: World,
  source: ReleaseSource,
  forPrivateIndex: boolean,
  signal: AbortSignal,
): Promise<StagedRelease | Unstageable> {
  const expectation = { forPrivateIndex, ...(source.kind === 'build' ? { declared: source.declared } : {}) };
  if (source.kind === 'staged') return restage(world, source, expectation);
  const folder = await world.files.makeStagingFolder();
  try {
    await fill(world, source, folder, signal);
    const staged = await readStaged(world, folder, expectation);
    if ('problems' in staged) await world.files.removeStagingFolder(folder);
    return staged;
  } catch (error) {
    await world.files.removeStagingFolder(folder);
    throw error;
  }
}

async function fill(world: World, source: Exclude<ReleaseSource, { kind: 'staged' }>, folder: string, signal: AbortSignal): Promise<void> {
  if (source.kind === 'build') {
    world.progress.report('Building…');
    return world.builder.build(source.projectFolder, folder, world.progress, signal);
  }
  for (const filename of await world.files.listRegularFiles(source.folder)) {
    if (isArtifact(filename)) await world.files.copyRegularFile(source.folder, filename, folder);
  }
}

/** `dist` holds signatures and notes too; only what an index takes as a file is copied. */
function isArtifact(filename: string): boolean {
  return /\.(whl|tar\.gz|zip)$/.test(filename);
}

async function readStaged(world: World, folder: string, expectation: Expectation): Promise<StagedRelease | Unstageable> {
  const filenames = (await world.files.listRegularFiles(folder)).toSorted();
  const read = await Promise.all(filenames.map(filename => readArtifact(world, folder, filename)));
  const judged = artifactsAgree(read, expectation);
  if ('problems' in judged) return { what: 'The release', problems: judged.problems };
  return markStaged({ folder, project: judged.project, version: judged.version, artifacts: read.map(({ artifact }) => artifact) });
}

async function readArtifact(world: World, folder: string, filename: string): Promise<JudgedArtifact & { artifact: Artifact }> {
  const path = `${folder}/${filename}`;
  const kind = filename.endsWith('.whl') ? 'wheel' : 'sdist';
  const [hash, metadata] = await Promise.all([world.files.hash(path), world.files.readArtifactMetadata(path)]);
  return { filename, metadata, artifact: { filename, kind, ...hash } };
}

/** The bytes must be those of the earlier approval, or a half release could be completed with other ones. */
async function restage(
  world: World,
  source: Extract<ReleaseSource, { kind: 'staged' }>,
  expectation: Expectation,
): Promise<StagedRelease | Unstageable> {
  const staged = await readStaged(world, source.folder, expectation);
  if ('problems' in staged || planRelease(staged, source.profile).digest === source.digest) return staged;
  return { what: 'The rest of the release', problems: ['The files are no longer those that you approved. Publish a new version.'] };
}
