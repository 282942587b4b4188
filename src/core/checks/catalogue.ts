import { missingBuildSystem } from './build/missingBuildSystem.ts';
import { noBuildConstraints } from './build/noBuildConstraints.ts';
import { unboundedRequires } from './build/unboundedRequires.ts';
import { checkIds, type Check, type Need } from './check.ts';
import { configInvalid } from './config/configInvalid.ts';
import { staleIgnore } from './config/staleIgnore.ts';
import { conflict } from './dependencies/conflict.ts';
import { directReference } from './dependencies/directReference.ts';
import { duplicate } from './dependencies/duplicate.ts';
import { editableInstall } from './dependencies/editableInstall.ts';
import { exactPinInLibrary } from './dependencies/exactPinInLibrary.ts';
import { groupCycle } from './dependencies/groupCycle.ts';
import { groupMissing } from './dependencies/groupMissing.ts';
import { hashPortability } from './dependencies/hashPortability.ts';
import { includeCycle } from './dependencies/includeCycle.ts';
import { includeMissing } from './dependencies/includeMissing.ts';
import { invalidRequirement } from './dependencies/invalidRequirement.ts';
import { localPath } from './dependencies/localPath.ts';
import { malformedHash } from './dependencies/malformedHash.ts';
import { noLowerBound } from './dependencies/noLowerBound.ts';
import { notHashed } from './dependencies/notHashed.ts';
import { unpinned } from './dependencies/unpinned.ts';
import { upperCapInLibrary } from './dependencies/upperCapInLibrary.ts';
import { urlNoHash } from './dependencies/urlNoHash.ts';
import { vcsMutableRef } from './dependencies/vcsMutableRef.ts';
import { vcsUnhashable } from './dependencies/vcsUnhashable.ts';
import { weakHash } from './dependencies/weakHash.ts';
import { wildcardPin } from './dependencies/wildcardPin.ts';
import { dynamicDependencies } from './dyn/dynamicDependencies.ts';
import { factChecks } from './facts/factChecks.ts';
import { extraIndex } from './indexes/extraIndex.ts';
import { indexCredentials } from './indexes/indexCredentials.ts';
import { insecureIndex } from './indexes/insecureIndex.ts';
import { trustedHost } from './indexes/trustedHost.ts';
import { lockForeignUrl } from './lock/lockForeignUrl.ts';
import { lockMissing } from './lock/lockMissing.ts';
import { lockNoVersion } from './lock/lockNoVersion.ts';
import { lockPath } from './lock/lockPath.ts';
import { lockStale } from './lock/lockStale.ts';
import { lockUnhashed } from './lock/lockUnhashed.ts';
import { lockUnpinned } from './lock/lockUnpinned.ts';
import { lockUnsupportedVersion } from './lock/lockUnsupportedVersion.ts';
import { lockVcs } from './lock/lockVcs.ts';
import { lockWeakHash } from './lock/lockWeakHash.ts';
import { typosquat } from './names/typosquat.ts';
import { tomlSyntax } from './tomlSyntax.ts';

const checks: readonly Check<Need>[] = [
  tomlSyntax,
  invalidRequirement,
  typosquat,
  directReference,
  localPath,
  exactPinInLibrary,
  noLowerBound,
  upperCapInLibrary,
  unpinned,
  notHashed,
  wildcardPin,
  hashPortability,
  weakHash,
  malformedHash,
  urlNoHash,
  vcsMutableRef,
  vcsUnhashable,
  editableInstall,
  duplicate,
  conflict,
  includeMissing,
  includeCycle,
  groupMissing,
  groupCycle,
  ...factChecks,
  missingBuildSystem,
  unboundedRequires,
  noBuildConstraints,
  insecureIndex,
  trustedHost,
  indexCredentials,
  extraIndex,
  lockMissing,
  lockStale,
  lockUnhashed,
  lockUnpinned,
  lockWeakHash,
  lockNoVersion,
  lockVcs,
  lockPath,
  lockForeignUrl,
  lockUnsupportedVersion,
  dynamicDependencies,
  staleIgnore,
  configInvalid,
];

/** Every check there is, in the order of their rank: of two findings as grave as each other the earlier is shown. */
export const catalogue: readonly Check<Need>[] = checks.toSorted((one, other) => checkIds.indexOf(one.id) - checkIds.indexOf(other.id));
