/** A decision tree: what it adds to the score, or the place of a feature and the value up to which the first branch holds. */
export type Tree = number | readonly [feature: number, most: number, below: Tree, above: Tree];

/** What a score is added up from: a weight for each feature in its place, and trees for what weights cannot tell. */
export interface ScoreModel {
  readonly intercept: number;
  readonly weights: ArrayLike<number>;
  readonly trees: readonly Tree[];
}

export function scoreOf(values: ArrayLike<number>, { intercept, weights, trees }: ScoreModel): number {
  let score = intercept;
  for (let place = 0; place < values.length; place++) score += (values[place] ?? 0) * (weights[place] ?? 0);
  for (const tree of trees) score += leafOf(tree, values);
  return score;
}

function leafOf(tree: Tree, values: ArrayLike<number>): number {
  let here = tree;
  while (typeof here !== 'number') here = (values[here[0]] ?? 0) <= here[1] ? here[2] : here[3];
  return here;
}
