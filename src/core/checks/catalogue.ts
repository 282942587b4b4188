import type { Check, Need } from './check.ts';
import { configInvalid } from './configInvalid.ts';
import { tomlSyntax } from './tomlSyntax.ts';

/** Every check there is, in the order of their rank: of two findings as grave as each other the earlier is shown. */
export const catalogue: readonly Check<Need>[] = [tomlSyntax, configInvalid];
