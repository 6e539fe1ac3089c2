import type { Scene } from '../scene';
import type { Candidate, Clue } from './clue';
import { FIXED_CLUES, SCENE_CLUES } from './table';

/** Log-odds of each piece of evidence by its name. */
export type Weights = Readonly<Record<string, number>>;

/** Weighs candidates against "this names nothing that the packs know", whose own weight is 0. */
export interface Scorer {
  readonly fixed: (candidate: Candidate) => number;
  readonly inScene: (candidate: Candidate, scene: Scene, rivals: readonly Candidate[]) => number;
  /** Names of the pieces of evidence, and what each adds to the score of a candidate. */
  readonly names: readonly string[];
  readonly parts: (candidate: Candidate, scene: Scene, rivals: readonly Candidate[]) => number[];
}

export function makeScorer(weights: Weights): Scorer {
  const fixed = weighed(FIXED_CLUES, weights);
  const scenic = weighed(SCENE_CLUES, weights);
  return {
    fixed(candidate) {
      let sum = 0;
      for (const { clue, weight } of fixed) sum += weight * clue.value(candidate);
      return sum;
    },
    inScene(candidate, scene, rivals) {
      let sum = 0;
      for (const { clue, weight } of scenic) sum += weight * clue.value(candidate, scene, rivals);
      return sum;
    },
    names: [...fixed, ...scenic].map(({ clue }) => clue.name),
    parts(candidate, scene, rivals) {
      const parts: number[] = [];
      for (const { clue, weight } of fixed) parts.push(weight * clue.value(candidate));
      for (const { clue, weight } of scenic) parts.push(weight * clue.value(candidate, scene, rivals));
      return parts;
    },
  };
}

function weighed<C extends Clue>(clues: readonly C[], weights: Weights): Array<{ clue: C; weight: number }> {
  return clues.map((clue) => ({ clue, weight: weights[clue.name] ?? 0 })).filter(({ weight }) => weight !== 0);
}
