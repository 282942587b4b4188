import * as vscode from 'vscode';

import type { Span } from '../../core/text/span.ts';

export function rangeOf({ start, end }: Span): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** A file of a project, by its path relative to the project's folder. */
export function uriOf(folder: string, file: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.Uri.file(folder), ...file.split('/'));
}

/** The path of a file relative to a folder, with `/`; null for a file that is elsewhere. */
export function pathBelow(folder: string, uri: vscode.Uri): string | null {
  const root = `${vscode.Uri.file(folder).path.replace(/\/$/, '')}/`;
  return uri.scheme === 'file' && uri.path.startsWith(root) ? uri.path.slice(root.length) : null;
}

/** From the file's own folder up to the root of the disk. */
export function* foldersAround(uri: vscode.Uri): Iterable<vscode.Uri> {
  let folder = vscode.Uri.joinPath(uri, '..');
  for (;;) {
    yield folder;
    const above = vscode.Uri.joinPath(folder, '..');
    if (above.path === folder.path) return;
    folder = above;
  }
}

/** The open document of a file, if there is one. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | null {
  const name = uri.toString();
  return vscode.workspace.textDocuments.find(document => document.uri.toString() === name) ?? null;
}
