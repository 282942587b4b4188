import tseslint from 'typescript-eslint';

const NO_DEFAULT_EXPORT = { selector: 'ExportDefaultDeclaration', message: 'Give it a name, so that it is called the same everywhere.' };
const NO_CLOCK = { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Let the caller say what time it is.' };

/** The pure rooms know no world; the types say so first, this second. */
const worldImports = {
  patterns: [
    { regex: '^(?:node:|vscode$|execa$|@simplewebauthn/|yauzl$|tar-stream$)', message: 'The pure rooms know no world: take it as a port.' },
    {
      regex:
        '^(?:assert|buffer|child_process|crypto|dns|events|fs|http|https|module|net|os|path|process|stream|timers|tls|url|util|worker_threads|zlib)(?:/|$)',
      message: "The pure rooms know nothing of Node's modules.",
    },
  ],
};

const worldGlobals = [
  'process',
  'Buffer',
  'console',
  'fetch',
  'window',
  'document',
  'navigator',
  'crypto',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'require',
  'globalThis',
];

const clockAndChance = [
  { object: 'Date', property: 'now', message: 'Let the caller say what time it is.' },
  { object: 'Math', property: 'random', message: 'Let the caller bring chance along.' },
];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.test-results/', 'test/fixtures/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: ['tsconfig.json', 'tsconfig.page.json'], tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', 300],
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', prefer: 'type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Fakes and ports are promises with nothing to wait for, and objects of functions that never read `this`.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // `string | 'dynamic'` tells a reader more than `string`.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
    },
  },
  {
    files: ['src/core/**/*.ts', 'src/app/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', worldImports],
      'no-restricted-globals': ['error', ...worldGlobals],
      'no-restricted-properties': ['error', ...clockAndChance],
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, NO_CLOCK],
    },
  },
  { files: ['*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.mjs', '**/*.js', '**/*.cjs'],
    extends: [tseslint.configs.base],
    rules: { 'max-lines': ['error', 300], eqeqeq: 'error', 'no-eval': 'error' },
  },
);
