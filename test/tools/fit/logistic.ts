/**
 * A small logistic model: each instance is a softmax over its candidates and "nothing", whose score is 0. L2-regularised,
 * each weight kept on its side of 0, fitted one weight after the other by Newton's step: the same instances give the same
 * weights, to the last bit.
 */

export interface Instance {
  /** How much it counts. */
  readonly worth: number;
  readonly candidates: readonly Row[];
  /** Is no card right (too)? */
  readonly nothing: boolean;
}

interface Row {
  /** Pairs of a clue's number and its value; silent ones are left out. */
  readonly features: ReadonlyArray<readonly [number, number]>;
  readonly right: boolean;
}

export interface Fit {
  readonly weights: readonly number[];
  /** Mean of −ln(probability of what is right). */
  readonly loss: number;
}

const MOST_SWEEPS = 400;
const STILL = 1e-5;
const LONGEST_STEP = 1;

/** What a weight may be, and what it is where no instance says otherwise. */
export interface Side {
  readonly speaks: 'for' | 'against';
  readonly belief?: number;
}

export function fitLogistic(instances: readonly Instance[], sides: readonly Side[], ridge: number): Fit {
  const beliefs = sides.map(({ belief }) => belief ?? 0);
  const weights = [...beliefs];
  const scores = instances.map((instance) => scoresOf(instance, weights));
  const users: Array<Array<{ instance: number; values: number[] }>> = sides.map(() => []);
  for (const [instance, { candidates }] of instances.entries()) {
    for (const clue of new Set(candidates.flatMap(({ features }) => features.map(([number]) => number)))) {
      const values = candidates.map(({ features }) => features.find(([number]) => number === clue)?.[1] ?? 0);
      users[clue]?.push({ instance, values });
    }
  }
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let moved = 0;
    for (const [clue, { speaks }] of sides.entries()) {
      const weight = weights[clue] ?? 0;
      let slope = ridge * (weight - (beliefs[clue] ?? 0));
      let bend = ridge;
      for (const { instance, values } of users[clue] ?? []) {
        const given = instances[instance] as Instance;
        const { all, right } = shares(given, scores[instance] ?? []);
        let mean = 0;
        let square = 0;
        let wanted = 0;
        for (const [at, value] of values.entries()) {
          mean += (all[at] ?? 0) * value;
          square += (all[at] ?? 0) * value * value;
          wanted += (right[at] ?? 0) * value;
        }
        slope += given.worth * (mean - wanted);
        bend += given.worth * (square - mean * mean);
      }
      const step = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, -slope / bend));
      const next = speaks === 'for' ? Math.max(0, weight + step) : Math.min(0, weight + step);
      if (next === weight) continue;
      weights[clue] = next;
      moved = Math.max(moved, Math.abs(next - weight));
      for (const { instance, values } of users[clue] ?? []) {
        const there = scores[instance] ?? [];
        for (const [at, value] of values.entries()) there[at] = (there[at] ?? 0) + (next - weight) * value;
      }
    }
    if (moved < STILL) break;
  }
  return { weights, loss: lossOf(instances, scores) };
}

export const scoresOf = (instance: Instance, weights: readonly number[]): number[] =>
  instance.candidates.map(({ features }) =>
    features.reduce((sum, [clue, value]) => sum + (weights[clue] ?? 0) * value, 0),
  );

/** Mean of −ln(probability of what is right), each instance by its worth. */
export function lossOf(instances: readonly Instance[], scores: ReadonlyArray<readonly number[]>): number {
  let sum = 0;
  let worth = 0;
  for (const [at, instance] of instances.entries()) {
    sum -= instance.worth * Math.log(Math.max(shares(instance, scores[at] ?? []).hit, Number.MIN_VALUE));
    worth += instance.worth;
  }
  return sum / Math.max(worth, 1);
}

/** The probability of each candidate: among all and nothing, and among what is right. */
function shares({ candidates, nothing }: Instance, scores: readonly number[]) {
  const top = Math.max(0, ...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((sum, power) => sum + power, Math.exp(-top));
  const hits = powers.map((power, at) => (candidates[at]?.right ? power : 0));
  const hit = hits.reduce((sum, power) => sum + power, nothing ? Math.exp(-top) : 0);
  return {
    all: powers.map((power) => power / total),
    right: hits.map((power) => (hit > 0 ? power / hit : 0)),
    hit: hit / total,
  };
}
