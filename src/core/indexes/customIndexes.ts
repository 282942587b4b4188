import * as v from 'valibot';

import { visibleText } from '../text/visibleText.ts';
import { addresses } from './addresses.ts';
import { pypi, testPypi, type IndexProfile } from './indexProfile.ts';
import { parseWebAddress, type WebAddress } from './webAddress.ts';

/** `problems` are whole sentences: which entry, what is wrong with it, what to do. An entry with a problem gives no profile. */
export interface CustomIndexes {
  readonly profiles: readonly IndexProfile[];
  readonly problems: readonly string[];
}

const entrySchema = v.strictObject({
  name: v.string(),
  uploadUrl: v.string(),
  readUrl: v.string(),
  username: v.optional(v.string()),
});

/** Names that no other index may have or resemble: a person decides by the name. */
const RESERVED = ['PyPI', 'TestPyPI', 'Rehearsal', addresses.pypi.tokenLocation, addresses.testpypi.tokenLocation];
const LONGEST_NAME = 40;

/** Reads the setting `countersign.indexes`, which decides where secrets are sent. */
export function readCustomIndexes(setting: unknown): CustomIndexes {
  if (!Array.isArray(setting)) return { profiles: [], problems: ['countersign.indexes is not a list. Write one object for each index.'] };
  const profiles: IndexProfile[] = [];
  const problems: string[] = [];
  for (const [position, raw] of setting.entries()) {
    const profile = readEntry(raw, profiles);
    if ('problem' in profile) problems.push(`countersign.indexes, entry ${position + 1}: ${profile.problem}`);
    else profiles.push(profile);
  }
  return { profiles, problems };
}

function readEntry(raw: unknown, before: readonly IndexProfile[]): IndexProfile | { readonly problem: string } {
  const parsed = v.safeParse(entrySchema, raw);
  if (!parsed.success) return { problem: shapeProblem(parsed.issues[0]) };
  const { name, uploadUrl, readUrl, username = '__token__' } = parsed.output;
  const upload = readAddress('uploadUrl', uploadUrl);
  const read = readAddress('readUrl', readUrl);
  const problem = nameProblem(name, before) ?? usernameProblem(username);
  if (problem !== null) return { problem };
  if ('problem' in upload) return upload;
  if ('problem' in read) return read;
  const root = read.url.endsWith('/') ? read.url : `${read.url}/`;
  return { kind: 'private', name, uploadUrl: upload.url, readUrl: root, username, projectUrl: null, tokenLocation: null };
}

function shapeProblem(issue: v.InferIssue<typeof entrySchema>): string {
  const key = visibleText(v.getDotPath(issue) ?? '');
  if (issue.expected === 'never') return `"${key}" is not known. Leave it out; a password or token never belongs into a setting.`;
  if (key === '') return 'it is no object. Write { "name": …, "uploadUrl": …, "readUrl": … }.';
  return issue.input === undefined ? `"${key}" is missing.` : `"${key}" is no text.`;
}

function nameProblem(name: string, before: readonly IndexProfile[]): string | null {
  if (name.trim() === '') return '"name" is empty. Give the index a name that you will recognise.';
  if (!/^[A-Za-z0-9](?:[A-Za-z0-9 ._()-]*[A-Za-z0-9)])?$/.test(name) || name.length > LONGEST_NAME) {
    return `the name "${visibleText(name)}" can be mistaken. Use up to ${LONGEST_NAME} letters from A to Z, digits, spaces and . _ - ( ).`;
  }
  const twin = RESERVED.find(reserved => silhouette(reserved) === silhouette(name));
  if (twin !== undefined) return `the name "${name}" looks like ${twin}, which is built in. Choose another name.`;
  return before.some(profile => silhouette(profile.name) === silhouette(name))
    ? `the name "${name}" is taken, or looks like one that is. Choose another name.`
    : null;
}

/** What is left of a name for a quick eye: PyPl and Py-PI look like PyPI. */
function silhouette(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/[l1]/g, 'i')
    .replaceAll('0', 'o');
}

/** HTTP's basic authentication ends the name at a colon (RFC 7617, section 2). */
function usernameProblem(username: string): string | null {
  return /^[\x21-\x39\x3b-\x7e]+$/.test(username)
    ? null
    : '"username" is empty, or has a colon, white space or a character outside ASCII in it.';
}

function readAddress(key: string, text: string): WebAddress | { readonly problem: string } {
  const address = parseWebAddress(text);
  if ('problem' in address) return { problem: `"${key}" ${address.problem}` };
  if (!address.secure && !address.isLoopback)
    return { problem: `"${key}" is plain http, so anybody on the way could read the token. Use https.` };
  const owner = publicOwner(address.host);
  if (owner !== null)
    return {
      problem: `"${key}" is an address of ${owner}, which is built in with its own safeguards. Choose "Publish to ${owner}" instead.`,
    };
  return address;
}

/** A public index's own hosts and whatever lies below them; TestPyPI's lies below PyPI's, so it is asked first. */
function publicOwner(host: string): string | null {
  const owners = [
    { name: testPypi.name, ...addresses.testpypi },
    { name: pypi.name, ...addresses.pypi },
  ];
  const isBelow = (parent: string): boolean => host === parent || host.endsWith(`.${parent}`);
  return owners.find(owner => isBelow(owner.tokenLocation) || isBelow(hostOf(owner.uploadUrl)))?.name ?? null;
}

function hostOf(url: string): string {
  const address = parseWebAddress(url);
  return 'problem' in address ? '' : address.host;
}
