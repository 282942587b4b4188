import { describe, expect, test } from 'vitest';

import { Failure, failureCodes } from '../../../../src/core/failure.ts';
import { pypi } from '../../../../src/core/indexes/indexProfile.ts';
import { explainFailure } from '../../../../src/core/outcome/explainFailure.ts';
import { explainOutcome } from '../../../../src/core/outcome/explainOutcome.ts';
import { explainUploadFailure } from '../../../../src/core/outcome/explainUploadFailure.ts';
import type { PublishOutcome, UploadFailure } from '../../../../src/core/outcome/publishOutcome.ts';

const release = { profile: pypi, project: 'demo', version: '1.2.0' };

const causes: readonly (readonly [string, UploadFailure, RegExp])[] = [
  [
    'a token for another project',
    status(403, "Invalid API Token: project-scoped token is not valid for project: 'demo'"),
    /it is for another project/,
  ],
  ['an expired token', status(403, 'Invalid API Token: token is expired'), /expired/],
  ['an unknown token', status(403, 'Invalid or non-existent authentication information.'), /refused the token: Invalid or non-existent/],
  ['read-only mode', status(403, 'Read-only mode: Uploads are temporarily disabled.'), /takes no uploads now/],
  ['a file that exists', status(400, "File already exists ('f', with blake2_256 hash 'x')."), /File names are used once/],
  ['a deleted file', status(400, 'This filename was previously used by a file that has since been deleted.'), /was deleted/],
  ['other refusals', status(400, "'X' is not a valid classifier."), /'X' is not a valid classifier/],
  ['too many requests', { ...status(429, 'Too Many Requests'), retryAfter: 30 }, /in 30 seconds/],
  ['a fault of the index', status(503, 'Service Unavailable'), /HTTP 503/],
  ['a stall', { outcome: 'connection', cause: 'stalled', detail: '' }, /no byte moved/],
  ['an unknown host', { outcome: 'connection', cause: 'dns', detail: '' }, /was not found/],
  ['a certificate', { outcome: 'connection', cause: 'tls', detail: '' }, /certificate/],
  ['a redirect', { outcome: 'redirect', location: 'x' }, /redirect/],
  ['a crash', { outcome: 'crashed', detail: 'ValueError: no' }, /twine stopped: ValueError: no/],
];

describe('explainUploadFailure', () => {
  test.each(causes)('%s', (_name, failure, words) => {
    const { cause, next } = explainUploadFailure(failure, release);
    expect(`${cause} ${next}`).toMatch(words);
    expect(cause).toMatch(/[.]$/);
  });

  test('shows hostile text as visible characters, on one line', () => {
    const { cause } = explainUploadFailure(status(400, 'a\n\u202eb\u0007'), release);
    expect(cause).not.toMatch(/[\u202e\u0007\n]/);
  });
});

const endings: readonly (readonly [PublishOutcome, RegExp, string | null])[] = [
  [{ kind: 'published', files: 2, ...release }, /^demo 1\.2\.0 is on PyPI\. Both files are verified by hash\.$/, 'Open on PyPI'],
  [{ kind: 'unverified', files: 2, why: 'closed', ...release }, /not verified/, 'Open on PyPI'],
  [{ kind: 'differs', filename: 'f', ...release }, /another hash/, 'Open on PyPI'],
  [{ kind: 'already-there', files: 1, ...release }, /Nothing was sent/, 'Open on PyPI'],
  [{ kind: 'blocked', what: 'The release', problems: ['A.'] }, /not published: A\./, null],
  [{ kind: 'not-approved', reason: 'refused' }, /^Nothing was uploaded: you refused the release\.$/, null],
  [
    { kind: 'exists', filename: 'demo-1.2.0.tar.gz', ...release },
    /PyPI has a different demo-1\.2\.0\.tar\.gz\. File names are used once/,
    'Open on PyPI',
  ],
  [{ kind: 'failed', filename: 'f', failure: status(403, 'token is expired'), ...release }, /Nothing was uploaded/, 'Use Another Token'],
  [
    {
      kind: 'partly',
      sent: ['a'],
      missing: ['b'],
      filename: 'b',
      uncertain: false,
      failure: status(503, ''),
      folder: '/s',
      digest: 'd',
      ...release,
    },
    /1 of 2 files is on PyPI/,
    'Resume',
  ],
];

describe('explainOutcome', () => {
  test.each(endings)('%o', (outcome, message, button) => {
    const said = explainOutcome(outcome);
    expect(said.message).toMatch(message);
    expect(said.next?.title ?? null).toBe(button);
  });
});

describe('explainFailure', () => {
  test.each(failureCodes.filter(code => code !== 'unexpected'))('%s has a cause and says that nothing was uploaded', code => {
    const { message } = explainFailure(new Failure(code, 'detail\u202e'));
    expect(message).toContain('Nothing was uploaded.');
    expect(message).not.toContain('\u202e');
  });
});

function status(code: number, reason: string): Extract<UploadFailure, { outcome: 'http' }> {
  return { outcome: 'http', status: code, reason, retryAfter: null };
}
