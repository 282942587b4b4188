import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

import type { IndexProfile } from '../indexes/indexProfile.ts';
import type { Artifact } from './artifact.ts';

/** What a person approves: exactly these bytes, to exactly this address. */
export interface Manifest {
  readonly schema: 1;
  readonly index: { readonly name: string; readonly uploadUrl: string };
  /** PEP 503 normalised. */
  readonly project: string;
  /** PEP 440 normalised. */
  readonly version: string;
  readonly artifacts: readonly { readonly filename: string; readonly size: number; readonly sha256: string }[];
}

export function makeManifest(profile: IndexProfile, project: string, version: string, artifacts: readonly Artifact[]): Manifest {
  return {
    schema: 1,
    index: { name: profile.name, uploadUrl: profile.uploadUrl },
    project,
    version,
    artifacts: artifacts
      .map(({ filename, size, sha256 }) => ({ filename, size, sha256 }))
      .toSorted((a, b) => (a.filename < b.filename ? -1 : 1)),
  };
}

/** SHA-256 of the canonical JSON, in hexadecimal: the one value that page, key and upload are bound to. */
export function releaseDigest(manifest: Manifest): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(manifest))));
}

/** RFC 8785 for what a manifest holds: strings, safe integers, lists and objects. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
