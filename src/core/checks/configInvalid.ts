import { judgeRequiredVersion } from '../project/requiredVersion.ts';
import { wholeFile } from '../text/span.ts';
import type { Check } from './check.ts';

/** A setting in `[tool.countersign]` that cannot be followed must not pass for one that is. A version that is not met is an error: the other checks are not the ones the project asks for. */
export const configInvalid: Check<'document'> = {
  id: 'config/invalid',
  title: 'The settings in [tool.countersign] can be followed',
  severity: { library: 'warning', application: 'warning' },
  needs: ['document'],
  *run({ document: { pyproject, ownVersion } }) {
    const problem = judgeRequiredVersion(pyproject?.facts.requiredVersion, ownVersion);
    if (problem === null) return;
    const place = { file: 'pyproject.toml', span: pyproject?.spans.requiredVersion ?? wholeFile };
    yield { message: problem.message, ...place, ...(problem.kind === 'unmet' && { severity: 'error' }) };
  },
};
