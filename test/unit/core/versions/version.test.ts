import { describe, expect, test } from 'vitest';

import { compareVersions, hasLocal, isSameVersion, parseVersion } from '../../../../src/core/versions/version.ts';
import rows from './packaging.json' with { type: 'json' };

type VersionRow = readonly [text: string, normalized: string | null, local: string | null, isPrerelease: boolean | null];
type OrderRow = readonly [one: string, other: string, order: number];

describe('what packaging.version reads', () => {
  test.each(rows.versions as unknown as VersionRow[])('%j', (text, normalized, local, isPrerelease) => {
    const version = parseVersion(text);
    expect(version?.normalized ?? null).toBe(normalized);
    expect(version?.local ?? null).toBe(local);
    expect(version?.isPrerelease ?? null).toBe(isPrerelease);
    if (version !== null) expect(hasLocal(version)).toBe(local !== null);
  });
});

describe('how packaging.version orders', () => {
  test.each(rows.order as unknown as OrderRow[])('%j and %j: %i', (one, other, order) => {
    expect(Math.sign(compareVersions(one, other))).toBe(order);
    expect(isSameVersion(one, other)).toBe(order === 0);
  });
});

test.each(rows.longNumbers as unknown as [string, string, boolean][])('%j is %j: %s, to the last digit', (one, other, same) => {
  expect(isSameVersion(one, other)).toBe(same);
});

test.each([
  ['1.0', 'latest'],
  ['latest', '1.0'],
  ['latest', 'latest'],
])('%j and %j are no same version', (one, other) => {
  expect(isSameVersion(one, other)).toBe(false);
});

test('what is no version sorts before every version', () => {
  expect(['1.0', 'latest', '0.dev0', '2'].toSorted(compareVersions)).toEqual(['latest', '0.dev0', '1.0', '2']);
});
