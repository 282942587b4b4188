// @ts-check

const FOREIGN = /^(VSCODE_|ELECTRON_|VITEST|npm_|INIT_CWD$|NODE_OPTIONS$|NODE_ENV$|PASSWORD$|HASHED_PASSWORD$|PORT$|TEST$)/;

/**
 * The environment a VS Code gets: the person's, without what npm, the test runner or a surrounding VS Code added to it.
 * @param {NodeJS.ProcessEnv} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
export function hostEnvironment(extra = {}) {
  const own = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name));
  return { ...Object.fromEntries(own), ...extra };
}
