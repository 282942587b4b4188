/**
 * Where the public indexes live. The only file that names them, so that a reader can check at a glance
 * where a release or a token may ever go. `tokenLocation` is the location inside that index's macaroons.
 */
export const addresses = {
  pypi: {
    uploadUrl: 'https://upload.pypi.org/legacy/',
    readUrl: 'https://pypi.org/simple/',
    projectUrl: 'https://pypi.org/project/',
    tokenLocation: 'pypi.org',
  },
  testpypi: {
    uploadUrl: 'https://test.pypi.org/legacy/',
    readUrl: 'https://test.pypi.org/simple/',
    projectUrl: 'https://test.pypi.org/project/',
    tokenLocation: 'test.pypi.org',
  },
} as const;
