/** A step from one file or group to another, and where it is written. */
export interface Step<P> {
  readonly to: string;
  readonly place: P;
}

/** Steps that lead back to where they came from; `chain` names each member once, and the first again at its end. */
export interface Cycle<P> {
  readonly chain: readonly string[];
  /** Where the step is written that closes it. */
  readonly place: P;
}

type Steps<P> = ReadonlyMap<string, readonly Step<P>[]>;

/** In the order of the nodes, each cycle at its closing step. Without recursion: files may include each other very deeply. */
export function findCycles<P>(steps: Steps<P>): readonly Cycle<P>[] {
  const cycles: Cycle<P>[] = [];
  const entered = new Set<string>();
  for (const start of steps.keys()) if (!entered.has(start)) walkFrom(start, steps, entered, cycles);
  return cycles;
}

function walkFrom<P>(start: string, steps: Steps<P>, entered: Set<string>, cycles: Cycle<P>[]): void {
  const trail: { readonly node: string; readonly left: Iterator<Step<P>> }[] = [];
  const onTrail = new Set<string>();
  const enter = (node: string): void => {
    trail.push({ node, left: (steps.get(node) ?? []).values() });
    entered.add(node);
    onTrail.add(node);
  };
  enter(start);
  for (let last = trail.at(-1); last !== undefined; last = trail.at(-1)) {
    const step = last.left.next();
    if (step.done === true) onTrail.delete(trail.pop()?.node ?? '');
    else if (onTrail.has(step.value.to)) cycles.push({ chain: chainOf(trail, step.value.to), place: step.value.place });
    else if (!entered.has(step.value.to)) enter(step.value.to);
  }
}

function chainOf(trail: readonly { readonly node: string }[], first: string): readonly string[] {
  const nodes = trail.map(({ node }) => node);
  return [...nodes.slice(nodes.indexOf(first)), first];
}
