import { describe, expect, test } from 'vitest';

import { judgeCode, normaliseCode } from '../../../../src/core/factors/timeCode.ts';

/** RFC 6238, appendix B: the ASCII digits as secret, SHA-1. The table has eight digits; six are their last ones. */
const rfcSecret = new Uint8Array(Array.from('12345678901234567890', digit => digit.charCodeAt(0)));
const vectors: readonly (readonly [seconds: number, code: string])[] = [
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
];

const six = (code: string): string => code.slice(2);
const step = (seconds: number): number => Math.floor(seconds / 30);

describe('the vectors of RFC 6238', () => {
  test.each(vectors)('at %i s', (seconds, code) => {
    expect(judgeCode(rfcSecret, six(code), null, seconds * 1000)).toEqual({ kind: 'accepted', step: step(seconds) });
  });
});

describe('one step of tolerance to each side', () => {
  const [code, codeStep] = [six('89005924'), step(1234567890)];
  test.each([
    [-2, 29_999, 'wrong'],
    [-1, 0, 'accepted'],
    [-1, 29_999, 'accepted'],
    [0, 0, 'accepted'],
    [0, 29_999, 'accepted'],
    [1, 0, 'accepted'],
    [1, 29_999, 'accepted'],
    [2, 0, 'wrong'],
  ])('the clock is %i steps ahead and %i ms into its step: %s', (ahead, within, kind) => {
    const now = (codeStep + ahead) * 30_000 + within;
    expect(judgeCode(rfcSecret, code, null, now)).toEqual(kind === 'accepted' ? { kind, step: codeStep } : { kind });
  });
});

describe('no time step is taken twice', () => {
  const [code, codeStep] = [six('14050471'), step(1111111111)];
  test.each([
    [codeStep - 1, 'accepted'],
    [codeStep, 'used'],
    [codeStep + 1, 'used'],
  ])('when step %i was the last: %s', (lastStep, kind) => {
    expect(judgeCode(rfcSecret, code, lastStep, 1111111111_000).kind).toBe(kind);
  });

  test('a code of the step before is used up by one of this step', () => {
    expect(judgeCode(rfcSecret, six('07081804'), codeStep, 1111111111_000)).toEqual({ kind: 'used' });
  });
});

describe('what is typed', () => {
  test.each([
    ['123456', '123456'],
    [' 123 456 ', '123456'],
    ['１２３４５６', '123456'],
    ['12\u00a034\u300056', '123456'],
    ['000000', '000000'],
    ['12345', null],
    ['1234567', null],
    ['12345a', null],
    ['', null],
    ['١٢٣٤٥٦', null],
    ['123456²', null],
    ['-12345', null],
  ])('%j is %j', (typed, code) => {
    expect(normaliseCode(typed)).toBe(code);
  });

  test('what is no code is no wrong code', () => {
    expect(judgeCode(rfcSecret, '12345', null, 0)).toEqual({ kind: 'malformed' });
    expect(judgeCode(rfcSecret, '123456', null, 0)).toEqual({ kind: 'wrong' });
  });
});
