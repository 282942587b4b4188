import { normalizeName } from '../names/normalizeName.ts';
import { visibleText } from '../text/visibleText.ts';
import { isSameVersion, parseVersion } from '../versions/version.ts';
import { parseArtifactFilename, type ArtifactFilename } from './artifactFilename.ts';
import { readCoreMetadata } from './coreMetadata.ts';

/** A file of a release, with the text of its METADATA or PKG-INFO, or why that cannot be read. */
export interface JudgedArtifact {
  readonly filename: string;
  readonly metadata: { readonly text: string } | { readonly problem: string };
}

export interface Expectation {
  /** What `pyproject.toml` says; null where it says nothing, or leaves it to the build. */
  readonly declared?: { readonly name: string | null; readonly version: string | null };
  /** A private index may take local versions and older spellings of file names; the public ones refuse them. */
  readonly forPrivateIndex?: boolean;
}

/** PEP 503 and PEP 440 normalised. */
export interface AgreedRelease {
  readonly project: string;
  readonly version: string;
}

interface NamedArtifact extends ArtifactFilename {
  readonly filename: string;
}

/** Whether the files are one version of one project, by their names, their metadata and what the project declares. Problems are whole sentences. */
export function artifactsAgree(
  artifacts: readonly JudgedArtifact[],
  expectation: Expectation = {},
): AgreedRelease | { readonly problems: readonly string[] } {
  if (artifacts.length === 0) return { problems: ['There is no file to publish: no wheel (.whl) and no source distribution (.tar.gz).'] };
  const named: NamedArtifact[] = [];
  const problems: string[] = [];
  for (const { filename, metadata } of artifacts) {
    const parsed = parseArtifactFilename(filename);
    if ('problem' in parsed) problems.push(parsed.problem);
    else {
      named.push({ filename, ...parsed });
      problems.push(...metadataProblems(filename, parsed, metadata));
    }
  }
  problems.push(...disagreements(named));
  if (!expectation.forPrivateIndex) problems.push(...named.flatMap(publicIndexProblems));
  const [release] = named;
  if (release !== undefined && expectation.declared) problems.push(...declarationProblems(release, expectation.declared));
  return release === undefined || problems.length > 0 ? { problems } : { project: release.project, version: release.version };
}

function metadataProblems(filename: string, parsed: ArtifactFilename, metadata: JudgedArtifact['metadata']): string[] {
  if ('problem' in metadata) return [`The metadata of ${filename} cannot be read: ${visibleText(metadata.problem)}`];
  const { name, version, problems } = readCoreMetadata(metadata.text);
  if (problems.length > 0 || name === null || version === null)
    return problems.map(problem => `The metadata of ${filename} is broken. ${problem}`);
  const contradictions: string[] = [];
  if (normalizeName(name) !== parsed.project)
    contradictions.push(`${filename} says in its metadata that it is the project "${visibleText(name)}".`);
  if (!isSameVersion(version, parsed.version))
    contradictions.push(`${filename} says in its metadata that it is version "${visibleText(version)}".`);
  return contradictions;
}

function disagreements(artifacts: readonly NamedArtifact[]): string[] {
  const projects = [...new Set(artifacts.map(artifact => artifact.project))];
  const versions = artifacts
    .map(artifact => artifact.version)
    .filter((version, index, all) => all.findIndex(other => isSameVersion(other, version)) === index);
  const sdists = artifacts.filter(artifact => artifact.kind === 'sdist');
  const problems: string[] = [];
  if (projects.length > 1) problems.push(`The files are of several projects: ${projects.join(', ')}. A release is of one.`);
  if (versions.length > 1)
    problems.push(`The files are of several versions: ${versions.join(', ')}. A release is of one: remove the files of the others.`);
  if (sdists.length > 1)
    problems.push(
      `There are ${sdists.length} source distributions: ${sdists.map(sdist => sdist.filename).join(', ')}. A release has one at most.`,
    );
  return problems;
}

/** What PyPI and TestPyPI certainly refuse. */
function publicIndexProblems({ filename, canonical, version }: NamedArtifact): string[] {
  const local = parseVersion(version)?.local ?? null;
  if (local !== null) return [`${filename} has the local version ${version}. PyPI refuses those: publish a version without "+${local}".`];
  if (filename !== canonical)
    return [`${filename} would have to be called ${canonical}: PyPI refuses other spellings. Build it with a newer build backend.`];
  return [];
}

function declarationProblems(release: NamedArtifact, { name, version }: NonNullable<Expectation['declared']>): string[] {
  const problems: string[] = [];
  if (name !== null && normalizeName(name) !== release.project)
    problems.push(`pyproject.toml names the project "${visibleText(name)}"; the files are of "${release.project}".`);
  if (version !== null && !isSameVersion(version, release.version))
    problems.push(`pyproject.toml says version "${visibleText(version)}"; the files are of ${release.version}. Build them again.`);
  return problems;
}
