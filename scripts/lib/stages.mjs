// @ts-check
import { buildAndPack } from './stages/buildAndPack.mjs';
import { runNpmScript } from './stages/runNpmScript.mjs';
import { runUnittest } from './stages/runUnittest.mjs';
import { runVitest } from './stages/runVitest.mjs';

/**
 * @typedef {{ passed: number, failed: number }} Tally
 * @typedef {{ root: string, results: string, vsix: string, filters: readonly string[] }} StageContext
 * @typedef {object} Stage
 * @property {string} name as `--only` takes it
 * @property {string} title what it finds out
 * @property {boolean} [needsBuild] whether it tries what was built, so that a broken build makes it pointless
 * @property {(context: StageContext) => Promise<Tally>} run
 */

/**
 * The whole of `npm test`, in this order, between the installation of the dependencies and the look at the working tree.
 * @type {readonly Stage[]}
 */
export const stages = [
  { name: 'types', title: 'the types fit', run: runNpmScript('check:types') },
  { name: 'lint', title: 'the linter is content', run: runNpmScript('check:lint') },
  { name: 'format', title: 'the sources are formatted', run: runNpmScript('check:format') },
  { name: 'layers', title: 'every import goes downstairs', run: runNpmScript('check:layers') },
  { name: 'dead', title: 'nothing is left unused', run: runNpmScript('check:dead') },
  { name: 'build', title: 'the extension builds and packs', run: buildAndPack },
  { name: 'unit', title: 'values, rules and use cases, without a world', run: runVitest('unit') },
  { name: 'laws', title: "the repository's own laws", run: runVitest('laws') },
  { name: 'contract', title: 'fakes and real adapters keep the same promises', needsBuild: true, run: runVitest('contract') },
  { name: 'python', title: 'the launcher, the judge and the built-in index', run: runUnittest },
  { name: 'host', title: 'inside a real extension host, the oldest and the current', needsBuild: true, run: runVitest('host') },
  { name: 'e2e', title: 'a real workbench in a real browser', needsBuild: true, run: runVitest('e2e') },
];
