import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

import type { DependencyDocument } from '../../../src/core/documents/dependencyDocument.ts';
import { unreadDocument } from '../../../src/core/documents/unreadDocument.ts';
import { readRequirementsFile } from '../../../src/core/requirementsFile/readRequirementsFile.ts';
import { decodeText } from '../../../src/node/decodeText.ts';

/** What real installers say of requirements files; `scripts/makeInstallerCases.py` asks them. */
export interface InstallerCases {
  readonly tools: Readonly<Record<string, string>>;
  readonly cases: readonly InstallerCase[];
}

export interface InstallerCase {
  readonly id: string;
  readonly entry: string;
  readonly files: Readonly<Record<string, string | { readonly base64: string }>>;
  /** By tool and environment. */
  readonly answers: Readonly<Record<string, { readonly ok: boolean; readonly why: string }>>;
  /** Whether all accept it. */
  readonly verdict: boolean;
  /** Where installers pass over a part of a line, or take it for different things, without a word. */
  readonly misread?: true;
}

/** Nobody is helped by "pinned and hashed" of a file that says something else than it does. */
export function expectedVerdict({ verdict, misread }: InstallerCase): boolean {
  return verdict && misread !== true;
}

export const keptCases = new URL('cases.json.gz', import.meta.url);

export function readInstallerCases(path: URL | string = keptCases): InstallerCases {
  return JSON.parse(gunzipSync(readFileSync(path)).toString('utf8')) as InstallerCases;
}

/** The case's files, read as the command line reads them. */
export function documentsOf({ files }: InstallerCase): ReadonlyMap<string, DependencyDocument> {
  const lists = Object.entries(files).filter(([file]) => /\.(?:txt|in)$/.test(file));
  return new Map(lists.map(([file, kept]) => [file, documentOf(file, kept)]));
}

function documentOf(file: string, kept: string | { readonly base64: string }): DependencyDocument {
  const text = decodeText(typeof kept === 'string' ? Buffer.from(kept) : Buffer.from(kept.base64, 'base64'));
  return text === null ? unreadDocument(file, 'requirements', 'It cannot be decoded.') : readRequirementsFile(file, 'requirements', text);
}
