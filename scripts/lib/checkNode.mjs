// @ts-check

const OLDEST = /** @type {const} */ ([20, 18]);

/**
 * Before anything is installed, so without `semver`: whether this Node can run the scripts at all.
 * @param {string} version such as `20.18.0`
 */
export function checkNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new Error(`Node ${version} is too old: Countersign needs Node ${OLDEST.join('.')} or newer.`);
}
