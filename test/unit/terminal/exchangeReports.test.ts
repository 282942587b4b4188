import { describe, expect, test } from 'vitest';

import { catalogue } from '../../../src/core/checks/catalogue.ts';
import type { ReportedFinding } from '../../../src/core/checks/runChecks.ts';
import { wholeFile } from '../../../src/core/text/span.ts';
import { githubReport } from '../../../src/terminal/githubReport.ts';
import type { PlacedReport } from '../../../src/terminal/placedReport.ts';
import { sarifReport } from '../../../src/terminal/sarifReport.ts';

const span = { start: { line: 2, character: 4 }, end: { line: 2, character: 8 } };
const found: ReportedFinding = { rule: 'dep/unpinned', severity: 'warning', message: 'It is loose.', file: 'a b/req,1:2.txt', span };
const report: PlacedReport = {
  folder: '/p',
  path: 'x',
  shownPath: 'packages/x/',
  pyproject: null,
  documents: [],
  locks: [],
  unanswered: [],
  profile: { profile: 'library', reason: 'chosen' },
  findings: [found, { ...found, rule: 'lock/missing', severity: 'info', span: wholeFile }],
  suppressed: [{ ...found, rule: 'dep/duplicate', severity: 'error', reason: 'both are meant', how: 'comment' }],
  skipped: [],
};

describe('SARIF', () => {
  const { $schema, version, runs } = JSON.parse(sarifReport([report], '0.1.0')) as Sarif;
  const [run] = runs;

  test('names its version and tool, and every rule with help and a link', () => {
    expect([version, runs.length, run?.columnKind]).toEqual(['2.1.0', 1, 'utf16CodeUnits']);
    expect($schema).toContain('sarif-2.1.0');
    expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual(catalogue.map(({ id }) => id));
    for (const { help, helpUri } of run?.tool.driver.rules ?? []) {
      expect(help.text).not.toBe('');
      expect(helpUri).toMatch(/^https:\/\/.*\.md$/);
    }
  });

  test('counts from 1, and points by the way from here', () => {
    expect(run?.results[0]).toMatchObject({
      ruleId: 'dep/unpinned',
      level: 'warning',
      message: { text: 'It is loose.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'packages/x/a%20b/req%2C1%3A2.txt' },
            region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 },
          },
        },
      ],
    });
    expect(run?.tool.driver.rules[run.results[0]?.ruleIndex ?? -1]?.id).toBe('dep/unpinned');
  });

  test('a whole file has no region, and a note is what SARIF calls it', () => {
    expect(run?.results[1]).toMatchObject({ level: 'note' });
    expect(run?.results[1]?.locations[0]?.physicalLocation).not.toHaveProperty('region');
  });

  test('what is suppressed is told with its reason', () => {
    expect(run?.results[2]?.suppressions).toEqual([{ kind: 'inSource', status: 'accepted', justification: 'both are meant' }]);
  });

  test('shows no character that cannot be seen', () => {
    const hostile = { ...report, findings: [{ ...found, message: 'a\u202eb\u001b[31m' }] };
    expect(sarifReport([hostile], '0.1.0')).not.toMatch(/[\u202e\u001b]/);
  });
});

describe('GitHub annotations', () => {
  test('a line each, with what would end a property escaped', () => {
    expect(githubReport([report])).toBe(
      [
        '::warning file=packages/x/a b/req%2C1%3A2.txt,line=3,endLine=3,col=5,endColumn=9,title=dep/unpinned::It is loose.',
        '::notice file=packages/x/a b/req%2C1%3A2.txt,line=1,title=lock/missing::It is loose.',
        '',
      ].join('\n'),
    );
  });

  test('a message cannot start a command of its own', () => {
    const hostile = { ...report, shownPath: '.', findings: [{ ...found, file: 'f', message: '100%\n::set-output name=x::y' }] };
    expect(githubReport([hostile]).trimEnd().split('\n')).toHaveLength(1);
    expect(githubReport([hostile])).toContain('100%25');
  });

  test('a place over several lines has no columns', () => {
    const long = { ...found, span: { ...span, end: { line: 4, character: 1 } } };
    expect(githubReport([{ ...report, findings: [long] }])).toContain(',line=3,endLine=5,title=');
  });
});

interface Sarif {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly {
    readonly columnKind: string;
    readonly tool: {
      readonly driver: {
        readonly rules: readonly { readonly id: string; readonly helpUri: string; readonly help: { readonly text: string } }[];
      };
    };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly locations: readonly { readonly physicalLocation: object }[];
      readonly suppressions?: unknown;
    }[];
  }[];
}
