import type { Advisory } from './indexFacts.ts';

type Weights = Readonly<Record<string, number>>;

const IMPACT: Weights = { N: 0, L: 0.22, H: 0.56 };
const VECTOR: Weights = { N: 0.85, A: 0.62, L: 0.55, P: 0.2 };
const COMPLEXITY: Weights = { L: 0.77, H: 0.44 };
const INTERACTION: Weights = { N: 0.85, R: 0.62 };
const PRIVILEGES: Weights = { N: 0.85, L: 0.62, H: 0.27 };
const PRIVILEGES_BEYOND: Weights = { N: 0.85, L: 0.68, H: 0.5 };

/** The severity of a CVSS 3.0 or 3.1 vector, by its base score (specification, sections 5 and 7.1). Null where it is none. */
export function cvss3Severity(vector: string): Advisory['severity'] {
  const score = baseScore(vector);
  if (score === null || score === 0) return null;
  if (score < 4) return 'low';
  if (score < 7) return 'moderate';
  return score < 9 ? 'high' : 'critical';
}

function baseScore(vector: string): number | null {
  if (!/^CVSS:3\.[01]\/[A-Z:/]{1,200}$/.test(vector)) return null;
  const metrics = new Map(vector.split('/').map(part => [part.split(':')[0] ?? '', part.split(':')[1] ?? '']));
  const weight = (metric: string, weights: Weights): number => weights[metrics.get(metric) ?? ''] ?? NaN;
  const isBeyond = metrics.get('S') === 'C';
  const lost = 1 - ['C', 'I', 'A'].reduce((kept, metric) => kept * (1 - weight(metric, IMPACT)), 1);
  const impact = isBeyond ? 7.52 * (lost - 0.029) - 3.25 * (lost - 0.02) ** 15 : 6.42 * lost;
  const privileges = weight('PR', isBeyond ? PRIVILEGES_BEYOND : PRIVILEGES);
  const exploitability = 8.22 * weight('AV', VECTOR) * weight('AC', COMPLEXITY) * privileges * weight('UI', INTERACTION);
  if (Number.isNaN(impact + exploitability)) return null;
  return impact <= 0 ? 0 : roundUp(Math.min(10, (isBeyond ? 1.08 : 1) * (impact + exploitability)));
}

/** To one decimal, without what binary fractions add (CVSS 3.1, appendix A). */
function roundUp(score: number): number {
  return Math.ceil(Math.round(score * 100_000) / 10_000) / 10;
}
