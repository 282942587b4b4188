// @ts-check
import { canBeSilenced } from '../../src/core/checks/ruleNames.ts';
import { rulePage } from '../../src/core/checks/ruleUrl.ts';
import { escaped, ruleRow, severityRows, TABLE_HEAD } from './ruleTables.mjs';

/** @typedef {import('../../src/core/checks/check.ts').Check<import('../../src/core/checks/check.ts').Need>} Rule */

const NOTE = '<!-- Written by "npm run docs" from the rules in src/core/checks: change it there. -->';

/**
 * The documentation of the rules: the text of each file of `docs/rules/`, by its name.
 * @param {readonly Rule[]} rules
 * @returns {ReadonlyMap<string, string>}
 */
export function rulePages(rules) {
  return new Map([[rulePage(null), list(rules)], ...rules.map(rule => /** @type {const} */ ([rulePage(rule.id), page(rule)]))]);
}

/** @param {readonly Rule[]} rules */
function list(rules) {
  return document([
    NOTE,
    '# The rules',
    'Each finding names its rule. A rule is graver for some projects than for others: a library’s metadata is published for others, an application is run as it is. “at a release” is said where a rule is graver then; “off” means that it is looked at only when a project asks for it with `enable` in `[tool.countersign]`.',
    [...TABLE_HEAD, ...rules.map(ruleRow)].join('\n'),
  ]);
}

/** @param {Rule} rule */
function page(rule) {
  const { id, title, documentation } = rule;
  return document([
    NOTE,
    `# ${id}`,
    `*${escaped(title)}.*`,
    severityRows(rule).join('\n'),
    '## What it marks',
    escaped(documentation.what),
    '## Why',
    escaped(documentation.why),
    '## How to mend it',
    escaped(documentation.mend),
    ...(documentation.quickFix === undefined ? [] : [`**Quick fix:** ${escaped(documentation.quickFix)}`]),
    '## How to silence it',
    silencing(rule),
    ...sources(documentation.sources),
    `[All rules](${rulePage(null)})`,
  ]);
}

/** @param {Rule} rule */
function silencing({ id, severity }) {
  if (!canBeSilenced(id)) return 'Not at all: it tells what Countersign cannot read or follow.';
  const isOff = severity.library === 'off' && severity.application === 'off';
  return [
    ...(isOff ? [`It is off while you write. \`enable = ["${id}"]\` in \`[tool.countersign]\` switches it on.`] : []),
    'With a comment on the line, or on one of its own above it. The reason is needed:',
    fenced('text', `# countersign: ignore[${id}] why this is meant`),
    ...inTheTable(id),
  ].join('\n\n');
}

/**
 * Only findings about dependencies are about one package.
 * @param {Rule['id']} id
 */
function inTheTable(id) {
  const isOnPackages = /^(?:dep|lock)\//.test(id);
  const entry = `{ rule = "${id}", ${isOnPackages ? 'package = "NAME", ' : ''}reason = "why this is meant", until = 2030-12-31 }`;
  return [
    `Or in \`pyproject.toml\`, for the whole project; ${isOnPackages ? '`package` and `until`' : '`until`'} may be left out:`,
    fenced('toml', `[tool.countersign]\nignore = [${entry}]`),
  ];
}

/** @param {readonly string[]} names */
function sources(names) {
  if (names.length === 0) return [];
  return ['## Sources', names.map(name => `- ${/^https?:/.test(name) ? `<${name}>` : escaped(name)}`).join('\n')];
}

/**
 * @param {string} language
 * @param {string} text
 */
function fenced(language, text) {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

/** @param {readonly string[]} parts */
function document(parts) {
  return `${parts.join('\n\n')}\n`;
}
