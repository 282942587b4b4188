import { minVersion, gte } from 'semver';
import { describe, expect, test } from 'vitest';

import { commandIds } from '../../src/vscode/commandIds.ts';
import { filesIn, textOf } from './repositoryFiles.ts';

interface Setting {
  readonly scope?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
}

interface Manifest {
  readonly activationEvents?: readonly string[];
  readonly engines: { readonly vscode: string };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly capabilities: {
    readonly untrustedWorkspaces: {
      readonly supported: unknown;
      readonly description?: string;
      readonly restrictedConfigurations?: readonly string[];
    };
  };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category?: string }[];
    readonly menus?: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}

const manifest = JSON.parse(textOf('package.json')) as Manifest;
const { commands, menus = {}, configuration } = manifest.contributes;
const settings = Object.entries(configuration.properties);

describe('commands', () => {
  test('those of the manifest are those that are handled', () => {
    expect(commands.map(({ command }) => command).toSorted()).toEqual([...commandIds].toSorted());
  });

  test.each(commands)('$command is found under Countersign, by a title of its own', ({ command, title, category }) => {
    expect(command).toMatch(/^countersign\.[a-z][A-Za-z]*$/);
    expect(category).toBe('Countersign');
    expect(commands.filter(other => other.title === title)).toHaveLength(1);
  });

  test('menus name no other', () => {
    const named = Object.values(menus).flatMap(entries => entries.map(({ command }) => command));
    expect(named.filter(command => !commandIds.some(id => id === command))).toEqual([]);
  });

  test.each(commandIds.filter(id => /publish|rehearse/i.test(id)))('%s is hidden until the workspace is trusted', id => {
    const entries = (menus['commandPalette'] ?? []).filter(({ command }) => command === id);
    expect(entries).toHaveLength(1);
    expect(entries[0]?.when).toMatch(/(?:^|&& )isWorkspaceTrusted(?:$| &&)/);
  });
});

describe('settings', () => {
  /** Neither a secret nor a program hangs on it: how closely a project looks at its pins is its own to say. */
  const ofProjects = ['countersign.pinning'];

  test.each(settings)('%s is explained', (id, { description, markdownDescription }) => {
    expect(id).toMatch(/^countersign\.[a-z][A-Za-z]*$/);
    expect((markdownDescription ?? description ?? '').length).toBeGreaterThan(20);
  });

  test.each(settings.filter(([id]) => !ofProjects.includes(id)))('%s is out of a workspace’s reach', (id, { scope }) => {
    expect(['machine', 'application']).toContain(scope);
    expect(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations).toContain(id);
  });
});

test('an untrusted workspace gets a part only, and is told why', () => {
  const { supported, description = '' } = manifest.capabilities.untrustedWorkspaces;
  expect(supported).toBe('limited');
  expect(description.length).toBeGreaterThan(20);
});

test('the editor that is asked for has what the types promise', () => {
  const oldest = minVersion(manifest.engines.vscode)?.version ?? '0.0.0';
  expect(gte(oldest, manifest.devDependencies['@types/vscode'] ?? '999.0.0')).toBe(true);
});

test('it does not start with every window for no reason', () => {
  expect(manifest.activationEvents ?? []).not.toContain('*');
});

test('nothing is told to anybody', () => {
  const telemetry = /telemetry|applicationinsights|sentry|analytics|posthog|segment|mixpanel|amplitude/i;
  expect(Object.keys(manifest.dependencies).filter(name => telemetry.test(name))).toEqual([]);
  expect(filesIn('src').filter(path => /createTelemetryLogger|navigator\.sendBeacon/.test(textOf(path)))).toEqual([]);
});

test('what is shipped and what is built with have exact versions', () => {
  const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
