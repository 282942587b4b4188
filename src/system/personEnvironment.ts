type Variables = Readonly<Record<string, string | undefined>>;

/** How this person's network is reached. Taken from their own environment, never from a workspace. */
const NETWORK = [
  'HTTPS_PROXY',
  'HTTP_PROXY',
  'ALL_PROXY',
  'NO_PROXY',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'REQUESTS_CA_BUNDLE',
  'CURL_CA_BUNDLE',
];

/** Where pip may look for packages. */
const PACKAGE_SOURCES = [
  'PIP_INDEX_URL',
  'PIP_EXTRA_INDEX_URL',
  'PIP_CERT',
  'PIP_PROXY',
  'PIP_DEFAULT_TIMEOUT',
  'UV_INDEX_URL',
  'UV_DEFAULT_INDEX',
];

/** What programs need to run at all, on any system. */
const BASICS = [
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'LANG', 'LC_ALL', 'LC_CTYPE', 'TZ', 'TMPDIR', 'TEMP', 'TMP', 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME'],
  ...['SystemRoot', 'SystemDrive', 'windir', 'ComSpec', 'PATHEXT', 'APPDATA', 'LOCALAPPDATA', 'USERPROFILE', 'ProgramData', 'ProgramFiles'],
  ...['ProgramFiles(x86)', 'CommonProgramFiles', 'NUMBER_OF_PROCESSORS', 'PROCESSOR_ARCHITECTURE'],
];

/** What compilers and build backends are steered by. */
const BUILD = [
  ...[
    'CC',
    'CXX',
    'CFLAGS',
    'CXXFLAGS',
    'CPPFLAGS',
    'LDFLAGS',
    'PKG_CONFIG_PATH',
    'CMAKE_PREFIX_PATH',
    'ARCHFLAGS',
    'MACOSX_DEPLOYMENT_TARGET',
  ],
  ...['SDKROOT', 'DEVELOPER_DIR', 'CARGO_HOME', 'RUSTUP_HOME', 'JAVA_HOME', 'SOURCE_DATE_EPOCH'],
];

/** For twine and the broker: proxies and certificates only. */
export function networkEnvironment(own: Variables): Record<string, string> {
  return pick(own, [...NETWORK, ...NETWORK.slice(0, 4).map(name => name.toLowerCase())]);
}

/**
 * For pip: an allow-list, since an environment may hold tokens that no build may see. Addresses with a password in
 * them are left out for the same reason.
 */
export function packagingEnvironment(own: Variables): Record<string, string> {
  const wanted = { ...networkEnvironment(own), ...pick(own, [...BASICS, ...PACKAGE_SOURCES]) };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => !hasPassword(value)));
}

/** For a build: as for pip, with what compilers need. */
export function buildEnvironment(own: Variables): Record<string, string> {
  return { ...pick(own, BUILD), ...packagingEnvironment(own) };
}

/** For a program of ours that needs nothing of the person's. */
export function bareEnvironment(own: Variables): Record<string, string> {
  return pick(own, ['SystemRoot', 'windir', 'TMPDIR', 'TEMP', 'TMP']);
}

function pick(own: Variables, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap(name => (own[name] === undefined || own[name] === '' ? [] : [[name, own[name]]])));
}

function hasPassword(value: string): boolean {
  return /:\/\/[^/\s]*@/.test(value);
}
