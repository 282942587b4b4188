// @ts-check
import { join } from 'node:path';
import { checkNode } from './lib/checkNode.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { projectRoot } from './lib/projectRoot.mjs';
import { runVisibly } from './lib/runVisibly.mjs';

/** The proofs that take longer than the tests may: all of them, or those whose names are given. Their figures go to `docs/proofs`. */
checkNode(process.versions.node);
await ensureDependencies(projectRoot, line => void process.stdout.write(`${line}\n`));
const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
const { code } = await runVisibly(process.execPath, [vitest, 'run', '--project', 'proofs', ...process.argv.slice(2)], { cwd: projectRoot });
process.exitCode = code;
