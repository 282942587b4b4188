/**
 * The rooms of the house, and what each may import. The table in ARCHITECTURE.md, as a rule: what is not listed
 * is forbidden. `rooms` are folders or files of `src`; a room may always import itself.
 */
const rooms = {
  core: { packages: ['toml', 'otpauth', '@noble/hashes', 'semver', 'valibot'] },
  app: { rooms: ['core'] },
  system: { rooms: ['core'], node: true },
  broker: { rooms: ['core', 'system'], node: true, packages: ['execa', '@simplewebauthn/server', 'valibot'] },
  node: { rooms: ['core', 'app/ports.ts', 'system'], node: true, packages: ['execa', 'tar-stream', 'yauzl', 'valibot'] },
  vscode: { rooms: ['core', 'app'], packages: ['vscode'] },
  terminal: { rooms: ['core', 'app'] },
  page: { rooms: ['core'], packages: ['@simplewebauthn/browser', 'uqr'] },
};

/** @param {[string, { rooms?: string[], packages?: string[], node?: boolean }]} room */
function rulesOf([room, { rooms: others = [], packages = [], node = false }]) {
  const from = { path: `^src/${room}/` };
  const folders = [room, ...others].map(other => (other.endsWith('.ts') ? `^src/${literal(other)}$` : `^src/${other}/`));
  const modules = packages.map(name => `(?:^|/)node_modules/(?:@types/)?${literal(name)}/|^${literal(name)}$`);
  const beyond = {
    name: `${room}-stays-inside`,
    severity: 'error',
    from,
    to: { pathNot: [...folders, ...modules], dependencyTypesNot: ['core'] },
  };
  const builtIn = { name: `${room}-without-node`, severity: 'error', from, to: { dependencyTypes: ['core'] } };
  return node ? [beyond] : [beyond, builtIn];
}

/** @param {string} text */
function literal(text) {
  return text.replace(/[.@/]/g, '\\$&');
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...Object.entries(rooms).flatMap(rulesOf),
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-way-back-through-a-door',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/extension\\.ts$' },
      to: { path: '^src/[^/]+\\.ts$' },
    },
    {
      name: 'every-file-has-a-room',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [`^src/(?:${Object.keys(rooms).join('|')})/`, '^src/(?:extension|publishing|editing|cli|brokerMain)\\.ts$'],
      },
      to: {},
    },
    { name: 'no-tests-in-the-house', severity: 'error', from: { path: '^src/' }, to: { path: '^(?:test|scripts)/' } },
    {
      name: 'only-listed-packages',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: 'node_modules/@types/' },
    },
    { name: 'everything-is-there', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^vscode$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.cjs', '.mjs', '.d.ts', '.json'],
    },
  },
};
