import type * as vscode from 'vscode';

const patterns = [
  '**/pyproject.toml',
  '**/Pipfile',
  '**/*.txt',
  '**/*.in',
  '**/*.py',
  '**/{uv,poetry,pdm,Pipfile}.lock',
  '**/pylock*.toml',
];

/** Files that may name dependencies, by name; what is in them decides. */
export const dependencyFiles: readonly vscode.DocumentFilter[] = patterns.map(pattern => ({ scheme: 'file', pattern }));

/** The same, for whoever watches the disk: scripts are read when they are opened. */
export const watchedFiles = '**/{pyproject.toml,Pipfile,*.lock,pylock*.toml,*.txt,*.in}';

const NAME =
  /(?:^|\/)(?:pyproject\.toml|Pipfile(?:\.lock)?|(?:uv|poetry|pdm)\.lock|pylock[^/]*\.toml|[^/]*(?:requirements|constraints)[^/]*\.(?:txt|in)|requirements\/[^/]+\.(?:txt|in))$/;
const SCRIPT_BLOCK = /^# \/\/\/ script$/m;

/** Whether an open file is a reason to load what checks dependencies; cheap, since it is asked for every file. Untitled files, notebooks and other schemes are none. */
export function isReasonToCheck(document: vscode.TextDocument): boolean {
  return document.uri.scheme === 'file' && (NAME.test(document.uri.path) || hasScriptBlock(document));
}

/** Dependencies of a script of its own (PEP 723). */
export function hasScriptBlock(document: vscode.TextDocument): boolean {
  return /\.pyw?$/.test(document.uri.path) && SCRIPT_BLOCK.test(document.getText());
}
