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

/** By the root of an index, the one other host that its files are served from. */
export const filesHosts: Readonly<Record<string, string>> = {
  [addresses.pypi.readUrl]: 'files.pythonhosted.org',
  [addresses.testpypi.readUrl]: 'test-files.pythonhosted.org',
};

/** The host under which a public index was known before; old configurations still name it. */
export const formerHosts = { pypi: 'pypi.python.org' } as const;

/** What a public index tells of a project beside the Simple API: `<prefix><project>/<version>/json`. */
export const projectJsonPrefixes: Readonly<Record<string, string>> = {
  [addresses.pypi.readUrl]: 'https://pypi.org/pypi/',
  [addresses.testpypi.readUrl]: 'https://test.pypi.org/pypi/',
};

/** Where reports of vulnerabilities and malware are asked for: the root of OSV's API. */
export const advisoryUrl = 'https://api.osv.dev/v1/';
