/** One way to fit, and what it cost on each story when that was left out: the sum of −ln(probability of what is right). */
export interface Tried {
  readonly ridge: number;
  readonly temperature: number;
  readonly losses: readonly number[];
}

/**
 * Of several ways, the one with the strongest ridge that is worse than the best by no more than chance: by at most one standard
 * error of the difference, story by story. The least loss itself changes hands whenever a few stories do, and all weights with it.
 */
export function strongestWithinError(tried: readonly [Tried, ...Tried[]]): Tried {
  const best = tried.reduce((one, other) => (sum(other.losses) < sum(one.losses) ? other : one));
  return tried.reduce(
    (chosen, one) => (one.ridge > chosen.ridge && isWithinError(one.losses, best.losses) ? one : chosen),
    best,
  );
}

function isWithinError(losses: readonly number[], best: readonly number[]): boolean {
  const worse = losses.map((loss, story) => loss - (best[story] ?? 0));
  const mean = sum(worse) / worse.length;
  const variance = sum(worse.map((one) => (one - mean) ** 2)) / Math.max(worse.length - 1, 1);
  return mean <= Math.sqrt(variance / worse.length);
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
