import { directReference } from '../../../../../src/core/checks/dependencies/directReference.ts';
import { duplicate } from '../../../../../src/core/checks/dependencies/duplicate.ts';
import { editableInstall } from '../../../../../src/core/checks/dependencies/editableInstall.ts';
import { exactPinInLibrary } from '../../../../../src/core/checks/dependencies/exactPinInLibrary.ts';
import { hashPortability } from '../../../../../src/core/checks/dependencies/hashPortability.ts';
import { invalidRequirement } from '../../../../../src/core/checks/dependencies/invalidRequirement.ts';
import { localPath } from '../../../../../src/core/checks/dependencies/localPath.ts';
import { noLowerBound } from '../../../../../src/core/checks/dependencies/noLowerBound.ts';
import { upperCapInLibrary } from '../../../../../src/core/checks/dependencies/upperCapInLibrary.ts';
import { vcsMutableRef } from '../../../../../src/core/checks/dependencies/vcsMutableRef.ts';
import { wildcardPin } from '../../../../../src/core/checks/dependencies/wildcardPin.ts';
import { typosquat } from '../../../../../src/core/checks/names/typosquat.ts';
import { shippedList } from '../../names/shippedList.ts';
import type { Fault } from './fixProof.ts';
import { OTHER_SHA, SHA } from './projectTexts.ts';

const HASH = `--hash=sha256:${SHA}`;

const misnamed: Omit<Fault, 'kind' | 'faulty'> = {
  check: {
    ...typosquat,
    needs: ['document'],
    run: (facts, profile) => typosquat.run({ ...facts, names: { list: shippedList, index: null, now: null } }, profile),
  },
  package: 'reqeusts',
  becomes: 'requests',
};

/** Every kind of fix, by what it mends. */
export const faults: Readonly<Record<string, Fault>> = {
  'an operator that is none': { check: invalidRequirement, kind: 'list', faulty: ['target => 3'] },
  'an operator that is none, in a requirements file': { check: invalidRequirement, kind: 'requirements', faulty: [`target=3.10 ${HASH}`] },
  'a checkout': { check: directReference, kind: 'list', faulty: ['target @ git+https://git.example/t.git@v1'] },
  'an archive with a marker': {
    check: directReference,
    kind: 'list',
    faulty: ['target[a] @ https://files.example/t.zip ; os_name == $nt$'],
  },
  'a checkout of Poetry': { check: directReference, kind: 'poetry', faulty: ['target = { git = "https://git.example/t.git" }'] },
  'a path': { check: localPath, kind: 'list', faulty: ['target @ file:///home/x/t'] },
  'an exact pin': { check: exactPinInLibrary, kind: 'list', faulty: ['target [a] ==3.10 ; os_name == $nt$'] },
  'an exact pin of Poetry': { check: exactPinInLibrary, kind: 'poetry', faulty: ['target = "3.10"'] },
  'no bound': { check: noLowerBound, kind: 'list', faulty: ['target'] },
  'no bound of Poetry': { check: noLowerBound, kind: 'poetry', faulty: ['target = { version = "*", optional = true }'] },
  'a hashed wildcard': { check: wildcardPin, kind: 'requirements', faulty: [`target==3.* \\\n  ${HASH}`] },
  'a hashed range': { check: hashPortability, kind: 'requirements', faulty: [`target~=3.4 ${HASH}`] },
  'a pin with more bounds': { check: hashPortability, kind: 'requirements', faulty: [`target==3.10, >=3 ${HASH}`] },
  'an upper case digest': {
    check: hashPortability,
    kind: 'requirements',
    faulty: [`target==3.10 \\\n --hash=sha256:${SHA.toUpperCase()}`],
  },
  'an editable folder': {
    check: editableInstall,
    kind: 'requirements',
    faulty: ['-e git+https://git.example/t@v1#egg=target', `x==1 ${HASH}`],
    profile: 'application',
  },
  'a branch': { check: vcsMutableRef, kind: 'list', faulty: ['checkout @ git+https://git.example/c@main'], package: 'checkout' },
  'a branch of Poetry': {
    check: vcsMutableRef,
    kind: 'poetry',
    faulty: ['checkout = { git = "https://git.example/c", branch = "main" }'],
    package: 'checkout',
  },
  'a misspelt name': { ...misnamed, kind: 'list', faulty: ['Reqeusts [socks]>=2,<3 ; os_name == $nt$'] },
  'a misspelt name in Poetry': { ...misnamed, kind: 'poetry', faulty: ['reqeusts = { version = "^2", extras = ["socks"] }'] },
  'a misspelt name in dotted keys': { ...misnamed, kind: 'poetry', faulty: ['reqeusts.version = "^2"', '"reqeusts" . optional = true'] },
  'a misspelt name with hashes': {
    ...misnamed,
    kind: 'requirements',
    faulty: [`reqeusts==2.0 \\\n    ${HASH} --hash=sha256:${OTHER_SHA}`],
  },
  'a name said twice': { check: duplicate, kind: 'list', faulty: ['target>=1', 'target>=1'] },
  'a name said twice, in other words': { check: duplicate, kind: 'list', faulty: ['target>=1', 'target<4'] },
  'a name said twice, with hashes': {
    check: duplicate,
    kind: 'requirements',
    faulty: [`target==3.10 ${HASH}`, `target==3.10 \\\n    --hash=sha256:${OTHER_SHA}`],
  },
  'a cap': { check: upperCapInLibrary, kind: 'poetry', faulty: ['target = ">=1,<2"'] },
};
