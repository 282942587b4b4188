// @ts-check

/**
 * @typedef {'current' | 'oldest'} HostName
 * @typedef {{ codeServer: string, engine: string, node: string, patches: readonly ('ripgrep' | 'asarLink')[] }} HostRelease
 */

/**
 * The two editors that everything is tried on: today's, and the oldest that `engines.vscode` claims.
 * code-server 4.X.Y carries VS Code 1.X.Y, and wants the major version of Node given here.
 * @type {Readonly<Record<HostName, HostRelease>>}
 */
export const hostReleases = {
  current: { codeServer: '4.139.1', engine: '1.139.1', node: '24.21.0', patches: [] },
  oldest: { codeServer: '4.100.3', engine: '1.100.3', node: '20.20.2', patches: ['ripgrep', 'asarLink'] },
};
