// @ts-check
import { rulePage } from '../../src/core/checks/ruleUrl.ts';

/**
 * @typedef {import('./rulePages.mjs').Rule} Rule
 * @typedef {Rule['severity']} SeverityTable
 */

export const TABLE_HEAD = [
  '| rule | the good state | library | application | at a release | quick fix |',
  '| --- | --- | --- | --- | --- | --- |',
];

/**
 * A row of the list of all rules.
 * @param {Rule} rule
 */
export function ruleRow(rule) {
  const { id, title, severity, documentation } = rule;
  const cells = [
    `[${id}](${rulePage(id)})`,
    title,
    severity.library,
    severity.application,
    atRelease(rule),
    documentation.quickFix === undefined ? '' : 'yes',
  ];
  return `| ${cells.join(' | ')} |`;
}

/**
 * How grave one rule is, as a table of its own.
 * @param {Rule} rule
 */
export function severityRows({ severity, severityAtRelease }) {
  return [
    '| | library | application |',
    '| --- | --- | --- |',
    severityRow('while you write', severity),
    ...(severityAtRelease ? [severityRow('at a release', severityAtRelease)] : []),
  ];
}

const START = '<!-- rules:start -->';
const END = '<!-- rules:end -->';

/**
 * The README with the rules between its two marks, in short.
 * @param {string} readme
 * @param {readonly Rule[]} rules
 */
export function withRuleTable(readme, rules) {
  const [start, end] = [readme.indexOf(START), readme.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`README.md has no ${START} with an ${END} below it.`);
  return `${readme.slice(0, start + START.length)}\n\n${shortTable(rules)}\n\n${readme.slice(end)}`;
}

/** @param {readonly Rule[]} rules */
function shortTable(rules) {
  const areas = [...new Set(rules.map(({ id }) => areaOf(id)))];
  const rows = areas.map(area => {
    const links = rules
      .filter(({ id }) => areaOf(id) === area)
      .map(({ id }) => `[${id.slice(area.length + 1)}](docs/rules/${rulePage(id)})`);
    return `| \`${area}/\` | ${links.join(', ')} |`;
  });
  return ['| area | rules |', '| --- | --- |', ...rows].join('\n');
}

/** @param {string} id */
function areaOf(id) {
  return id.slice(0, id.indexOf('/'));
}

/** @param {Rule} rule */
function atRelease({ severity, severityAtRelease }) {
  if (!severityAtRelease) return '';
  const { library, application } = severityAtRelease;
  if (library === severity.library && application === severity.application) return '';
  return library === application ? library : `${library} (library), ${application} (application)`;
}

/**
 * @param {string} occasion
 * @param {SeverityTable} severity
 */
function severityRow(occasion, { library, application }) {
  return `| ${occasion} | ${library} | ${application} |`;
}

/**
 * Plain text for Markdown as it stands there; a dollar would begin a formula on GitHub.
 * @param {string} text
 */
export function escaped(text) {
  return text.replace(/[\\`*<~|$]|(?<!\w)_|_(?!\w)/g, '\\$&');
}
