import applicationMixed from '../../../fixtures/pyprojects/applicationMixed.toml?raw';
import dottedKeys from '../../../fixtures/pyprojects/dottedKeys.toml?raw';
import flitLibrary from '../../../fixtures/pyprojects/flitLibrary.toml?raw';
import groups from '../../../fixtures/pyprojects/groups.toml?raw';
import hatchLibrary from '../../../fixtures/pyprojects/hatchLibrary.toml?raw';
import maturinLibrary from '../../../fixtures/pyprojects/maturinLibrary.toml?raw';
import pdmLibrary from '../../../fixtures/pyprojects/pdmLibrary.toml?raw';
import poetryApplication from '../../../fixtures/pyprojects/poetryApplication.toml?raw';
import poetryModern from '../../../fixtures/pyprojects/poetryModern.toml?raw';
import setuptoolsLibrary from '../../../fixtures/pyprojects/setuptoolsLibrary.toml?raw';
import tomlOneOne from '../../../fixtures/pyprojects/tomlOneOne.toml?raw';
import uvApplication from '../../../fixtures/pyprojects/uvApplication.toml?raw';

/** Files as libraries and applications write them, by the name of the fixture. */
export const pyprojects: Readonly<Record<string, string>> = {
  applicationMixed,
  dottedKeys,
  flitLibrary,
  groups,
  hatchLibrary,
  maturinLibrary,
  pdmLibrary,
  poetryApplication,
  poetryModern,
  setuptoolsLibrary,
  tomlOneOne,
  uvApplication,
};
