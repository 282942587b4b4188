// @ts-check
import { runTypeScript } from '../bench/support/runTypeScript.mjs';

/** Speed and memory, measured on this machine and written to `docs/benchmarks.md`. It takes a few minutes; keep the machine quiet. */
process.exitCode = await runTypeScript('main.ts');
