// @ts-check
import { runTypeScript } from '../bench/support/runTypeScript.mjs';

/** The README's pictures, taken anew from the real thing into `docs/pictures`. Look at them before you commit. */
process.exitCode = await runTypeScript('pictures.ts');
