import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import type { HostTestResult } from './runHostTests.ts';

const TEST_LIMIT_MS = 30_000;

/** Runs inside the extension host: every suite, with the results left in the file that `COUNTERSIGN_HOST_RESULTS` names. */
export async function runSuites(suites: readonly (() => unknown)[]): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: TEST_LIMIT_MS, reporter: Silent });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  for (const load of suites) load();
  const results = await resultsOf(mocha);
  writeFileSync(String(process.env['COUNTERSIGN_HOST_RESULTS']), JSON.stringify(results));
  if (results.some(({ error }) => error !== undefined)) throw new Error('Some tests failed.');
}

function resultsOf(mocha: Mocha): Promise<HostTestResult[]> {
  return new Promise(settle => {
    const results: HostTestResult[] = [];
    const runner = mocha.run(() => settle(results));
    runner.on('pass', test => void results.push({ title: test.fullTitle(), isPending: false }));
    runner.on('pending', test => void results.push({ title: test.fullTitle(), isPending: true }));
    runner.on('fail', (test, fault: unknown) => void results.push({ title: test.fullTitle(), isPending: false, error: words(fault) }));
  });
}

function words(fault: unknown): string {
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
}

/** The results go to the file; the extension host has nobody to read a report. */
class Silent extends Mocha.reporters.Base {}
