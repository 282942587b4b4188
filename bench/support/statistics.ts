/** Of an uneven number of runs the middle one; a single slow run does not move it. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  if (low === undefined || high === undefined) throw new Error('There is no median of nothing.');
  return (low + high) / 2;
}

/** `12.3 (11.8–14.0, 7 runs)`. */
export function spread(values: readonly number[], unit: string, digits: number): string {
  const [least, most] = [Math.min(...values), Math.max(...values)].map(value => value.toFixed(digits));
  return `${median(values).toFixed(digits)} ${unit} (${least}–${most}, ${values.length} runs)`;
}
