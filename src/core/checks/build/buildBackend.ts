import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import { hasAt } from './pyprojectOf.ts';

/** What `[build-system]` needs to name a backend. */
export interface BuildBackend {
  /** Normalised name of the package. */
  readonly package: string;
  /** The first version that knows `[project]` with the licence fields of PEP 639. */
  readonly lowest: string;
  readonly module: string;
}

const setuptools: BuildBackend = { package: 'setuptools', lowest: '77.0.3', module: 'setuptools.build_meta' };
const poetryCore: BuildBackend = { package: 'poetry-core', lowest: '2.2', module: 'poetry.core.masonry.api' };
const pdmBackend: BuildBackend = { package: 'pdm-backend', lowest: '2.4', module: 'pdm.backend' };
const hatchling: BuildBackend = { package: 'hatchling', lowest: '1.27', module: 'hatchling.build' };
const flitCore: BuildBackend = { package: 'flit-core', lowest: '3.12', module: 'flit_core.buildapi' };

export const buildBackends: readonly BuildBackend[] = [setuptools, poetryCore, pdmBackend, hatchling, flitCore];

/** The backend that a project is written for. With no sign of another it is the one that pip takes anyway. */
export function likelyBackend(pyproject: DependencyDocument, filesBeside: readonly string[]): BuildBackend {
  if (filesBeside.includes('setup.py')) return setuptools;
  if (hasAt(pyproject, 'tool', 'poetry')) return poetryCore;
  if (hasAt(pyproject, 'tool', 'pdm')) return pdmBackend;
  if (hasAt(pyproject, 'tool', 'hatch')) return hatchling;
  return hasAt(pyproject, 'tool', 'flit') ? flitCore : setuptools;
}
