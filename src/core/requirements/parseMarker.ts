import type { Range } from '../toml/scanToml.ts';
import { explainMarker } from './explainMarker.ts';
import { readMarkerToken, type MarkerToken } from './markerTokens.ts';
import type { SyntaxProblem } from './parsedRequirement.ts';
import { syntaxProblem } from './syntaxProblem.ts';

/** An environment marker (PEP 508) as a tree; `and` binds before `or`. */
export type MarkerNode = MarkerComparison | MarkerJunction;

export interface MarkerComparison {
  readonly kind: 'comparison';
  readonly left: MarkerOperand;
  readonly operator: string;
  readonly right: MarkerOperand;
}

export interface MarkerJunction {
  readonly kind: 'and' | 'or';
  readonly nodes: readonly MarkerNode[];
}

/** `sys.platform` and other old spellings are given as `sys_platform`. */
export interface MarkerOperand {
  readonly kind: 'variable' | 'string';
  readonly text: string;
}

/** Null where the text is no marker; the problem says why. */
export interface MarkerReading {
  readonly tree: MarkerNode | null;
  readonly problem: SyntaxProblem | null;
}

/** What `packaging` nests deeper it may refuse too: its parser calls itself. */
const DEEPEST = 100;

/** Reads a marker from `start` to the end of the text. Never throws. */
export function parseMarker(text: string, start = 0): MarkerReading {
  const open: OpenGroup[] = [{ alternatives: [[]], start }];
  let offset = start;
  for (;;) {
    const first = readMarkerToken(text, offset);
    if (first.kind === 'open') {
      open.push({ alternatives: [[]], start: first.start });
      offset = first.end;
      if (open.length > DEEPEST) return broken(syntaxProblem('This marker is nested too deeply to be read.', placeOf(first)));
      continue;
    }
    const comparison = readComparison(text, first);
    if (comparison.problem !== null) return broken(comparison.problem);
    add(open, comparison.node);
    const next = closeGroups(text, open, comparison.end);
    if (next.kind === 'end' && open.length === 1) return { tree: joined(open[0]), problem: null };
    if (next.kind !== 'and' && next.kind !== 'or')
      return broken(explainMarker(text, next, 'junction', open.length > 1 ? open.at(-1)?.start : undefined));
    if (next.kind === 'or') open.at(-1)?.alternatives.push([]);
    offset = next.end;
  }
}

/** A parenthesis that is not closed yet, or the whole: alternatives, each of nodes that must all hold. */
interface OpenGroup {
  readonly alternatives: MarkerNode[][];
  readonly start: number;
}

type ComparisonReading =
  | { readonly node: MarkerComparison; readonly end: number; readonly problem: null }
  | { readonly node: null; readonly problem: SyntaxProblem };

function readComparison(text: string, left: MarkerToken): ComparisonReading {
  const operator = readMarkerToken(text, left.end);
  const right = readMarkerToken(text, operator.end);
  if (!isOperand(left)) return { node: null, problem: explainMarker(text, left, 'variable') };
  if (operator.kind !== 'operator') return { node: null, problem: explainMarker(text, operator, 'operator') };
  if (!isOperand(right)) return { node: null, problem: explainMarker(text, right, 'value') };
  const node = { kind: 'comparison', left: operandOf(left), operator: operator.text, right: operandOf(right) } as const;
  return { node, end: right.end, problem: null };
}

function isOperand({ kind }: MarkerToken): boolean {
  return kind === 'variable' || kind === 'string';
}

function operandOf({ kind, text }: MarkerToken): MarkerOperand {
  return {
    kind: kind === 'variable' ? 'variable' : 'string',
    text: text === 'python_implementation' ? 'platform_python_implementation' : text,
  };
}

/** Closes what `)` closes, and gives the token after it. */
function closeGroups(text: string, open: OpenGroup[], offset: number): MarkerToken {
  let next = readMarkerToken(text, offset);
  while (next.kind === 'close' && open.length > 1) {
    add(open, joined(open.pop()));
    next = readMarkerToken(text, next.end);
  }
  return next;
}

function add(open: readonly OpenGroup[], node: MarkerNode): void {
  open.at(-1)?.alternatives.at(-1)?.push(node);
}

function joined(group: OpenGroup | undefined): MarkerNode {
  return junction(
    'or',
    (group?.alternatives ?? []).map(nodes => junction('and', nodes)),
  );
}

function junction(kind: 'and' | 'or', nodes: readonly MarkerNode[]): MarkerNode {
  const [only, ...others] = nodes;
  return only !== undefined && others.length === 0 ? only : { kind, nodes };
}

function broken(problem: SyntaxProblem): MarkerReading {
  return { tree: null, problem };
}

function placeOf({ start, end }: MarkerToken): Range {
  return { start, end };
}
