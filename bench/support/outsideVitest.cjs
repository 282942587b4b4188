const { registerHooks } = require('node:module');

/** The tests' harness is used here without the tests' runner, whose module refuses to be loaded outside of a run. */
const standIn = 'data:text/javascript,export const expect = () => { throw new Error("Only a test expects."); };';

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'vitest' ? { url: standIn, format: 'module', shortCircuit: true } : next(specifier, context),
});
