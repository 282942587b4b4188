import * as vscode from 'vscode';

import { pypi, testPypi, type IndexProfile } from '../core/indexes/indexProfile.ts';
import { findInterrupted, type JournalEntry } from '../core/release/journal.ts';
import { labelText } from '../core/text/visibleText.ts';
import type { Publisher } from './publisher.ts';
import type { Settings } from './settings.ts';

export interface InterruptedOptions {
  readonly readJournal: () => Promise<string>;
  readonly publisher: Publisher;
  readonly settings: Settings;
  /** Digests that a person has settled or put aside. */
  readonly settled: vscode.Memento;
}

const KEY = 'settledReleases';

/** After a window that was closed in the middle of sending: says so once, and offers to send the rest after a new approval. */
export async function tellInterrupted(options: InterruptedOptions): Promise<void> {
  const entry = findInterrupted(await options.readJournal());
  if (entry === null || settledDigests(options).includes(entry.digest)) return;
  const profile = [pypi, testPypi, ...options.settings.indexes().profiles].find(
    known => known.name === entry.index && known.uploadUrl === entry.uploadUrl,
  );
  if (profile === undefined) return;
  const pressed = await vscode.window.showWarningMessage(labelText(words(entry)), 'Resume', 'Leave It');
  if (pressed === 'Leave It') return settle(options, entry);
  if (pressed === 'Resume') await resume(options, entry, profile);
}

function words(entry: JournalEntry): string {
  return `Publishing ${entry.project} ${entry.version} to ${entry.index} was interrupted while ${entry.filename ?? 'a file'} was being sent. Resume asks the index what arrived, and you before anything is sent.`;
}

async function resume(options: InterruptedOptions, entry: JournalEntry, profile: IndexProfile): Promise<void> {
  const outcome = await options.publisher.run({
    title: `Publishing the rest of ${entry.project} ${entry.version} to ${profile.name}`,
    source: { kind: 'staged', folder: entry.folder, digest: entry.digest, profile },
    destination: { kind: 'profile', profile },
  });
  if (outcome?.kind === 'already-there' || outcome?.kind === 'blocked') await settle(options, entry);
}

function settledDigests(options: InterruptedOptions): readonly string[] {
  return options.settled.get<readonly string[]>(KEY, []);
}

async function settle(options: InterruptedOptions, entry: JournalEntry): Promise<void> {
  await options.settled.update(KEY, [...settledDigests(options), entry.digest].slice(-100));
}
