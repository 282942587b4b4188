// @ts-check

/**
 * @typedef {(line: string) => void} Report says one line about the work under way
 * @typedef {ReturnType<typeof createProgress>} Progress
 */

/**
 * Lines for a person who waits: what is being done, since when, and how long it took. On stderr, so that stdout stays for the result;
 * whole lines only, so that a log file reads like the terminal.
 * @param {{ stream?: { write(text: string): unknown }, now?: () => number, quietForMs?: number, repeatMs?: number }} [options]
 */
export function createProgress(options = {}) {
  const { stream = process.stderr, now = () => performance.now(), quietForMs = 400, repeatMs = 15_000 } = options;
  const began = now();

  return { say, step };

  /** @param {string} line */
  function say(line) {
    stream.write(`${seconds(now() - began).padStart(7)}  ${line}\n`);
  }

  /**
   * Steps may overlap: each of their lines carries the title. A step that is over at once says one line only.
   * @template T
   * @param {string} title
   * @param {(report: Report) => Promise<T>} work
   * @returns {Promise<T>}
   */
  async function step(title, work) {
    const start = now();
    const opening = setTimeout(() => say(`${title} …`), quietForMs);
    const patience = setInterval(() => say(`${title}: still at work`), repeatMs);
    try {
      const result = await work(line => say(`${title}: ${line}`));
      say(`${title}: ready (${seconds(now() - start)})`);
      return result;
    } catch (fault) {
      say(`${title}: failed (${seconds(now() - start)})`);
      throw fault;
    } finally {
      clearTimeout(opening);
      clearInterval(patience);
    }
  }
}

/** @param {number} milliseconds */
function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
