import { makeScorer, type Weights } from '../../../lib/linking/evidence/scorer';
import { FIXED_CLUES, SCENE_CLUES } from '../../../lib/linking/evidence/table';
import type { Pack } from '../../../lib/pack';
import type { LabelledStory } from '../../unit/linking/labelled-stories';
import { type Answer, answersTo } from './answers';
import { fitLogistic, type Instance, lossOf, scoresOf } from './logistic';
import { observe } from './observe';

export const CLUES = [...FIXED_CLUES, ...SCENE_CLUES];

/** Fewer than the stories of any field, and no divisor of their usual number: each fold has something of all. */
const FOLDS = 5;
const RIDGES = [0.1, 0.3, 1, 3];
const TEMPERATURES = Array.from({ length: 21 }, (_, step) => 0.8 + step * 0.1);
/** What is chosen in the last round depends on the weights: so often observed anew, unless nothing changes before. */
const MOST_ROUNDS = 8;
/** Ridge and temperature are taken from the first rounds: later ones hardly differ. */
const ROUNDS_CHECKED = 2;
const STILL = 0.05;
const DIGITS = 2;

export interface Fitted {
  readonly weights: Weights;
  readonly instances: number;
  readonly rounds: number;
  readonly ridge: number;
  readonly temperature: number;
  /** Mean of −ln(probability of what is right): on the stories it was fitted on, and on their folds left out. */
  readonly loss: number;
  readonly foldLoss: number;
}

/**
 * Observes with the weights of before, fits, observes anew, until the weights stay. The ridge is the one of least loss on
 * stories left out, and so is the temperature by which all weights are divided: a fit knows its own stories too well.
 */
export function fitWeights(pack: Pack, stories: readonly LabelledStory[], start: Weights): Fitted {
  let weights = start;
  let checked = { ridge: 0, temperature: 1, foldLoss: 0 };
  for (let round = 1; ; round++) {
    const observed = stories.map((story) => observe(pack, story, weights));
    if (round <= ROUNDS_CHECKED) checked = crossValidate(observed);
    const instances = observed.flat();
    const fit = fitLogistic(instances, CLUES, checked.ridge);
    const next = named(fit.weights.map((weight) => weight / checked.temperature));
    const still = CLUES.every(({ name }) => Math.abs((next[name] ?? 0) - (weights[name] ?? 0)) < STILL);
    weights = next;
    if (still || round === MOST_ROUNDS) {
      return { weights, instances: instances.length, rounds: round, ...checked, loss: lossUnder(instances, weights) };
    }
  }
}

/**
 * The answers to stories whose weights were fitted without them, a fold at a time: what a card says of itself is judged on
 * these. What a scene clue says of the other stories of a fold was observed with `start`.
 */
export function answersLeftOut(
  pack: Pack,
  stories: readonly LabelledStory[],
  start: Weights,
  { ridge, temperature }: Pick<Fitted, 'ridge' | 'temperature'>,
): Answer[] {
  const observed = stories.map((story) => observe(pack, story, start));
  return Array.from({ length: FOLDS }, (_, fold) => {
    const { weights } = fitLogistic(observed.filter((_, at) => at % FOLDS !== fold).flat(), CLUES, ridge);
    const cooled = makeScorer(named(weights.map((weight) => weight / temperature)));
    const left = stories.filter((_, at) => at % FOLDS === fold);
    return left.flatMap((story) => [...answersTo(pack, story, cooled).values()]);
  }).flat();
}

export const lossUnder = (instances: readonly Instance[], weights: Weights): number => {
  const list = CLUES.map(({ name }) => weights[name] ?? 0);
  return lossOf(
    instances,
    instances.map((instance) => scoresOf(instance, list)),
  );
};

function crossValidate(observed: ReadonlyArray<readonly Instance[]>) {
  let best = { ridge: 0, temperature: 1, foldLoss: Number.POSITIVE_INFINITY };
  for (const ridge of RIDGES) {
    const instances: Instance[] = [];
    const scores: number[][] = [];
    for (let fold = 0; fold < FOLDS; fold++) {
      const left = observed.filter((_, at) => at % FOLDS === fold).flat();
      const { weights } = fitLogistic(observed.filter((_, at) => at % FOLDS !== fold).flat(), CLUES, ridge);
      instances.push(...left);
      scores.push(...left.map((instance) => scoresOf(instance, weights)));
    }
    for (const temperature of TEMPERATURES) {
      const cooled = scores.map((list) => list.map((score) => score / temperature));
      const foldLoss = lossOf(instances, cooled);
      if (foldLoss < best.foldLoss) best = { ridge, temperature, foldLoss };
    }
  }
  return best;
}

const named = (weights: readonly number[]): Weights =>
  Object.fromEntries(CLUES.map(({ name }, at) => [name, Number((weights[at] ?? 0).toFixed(DIGITS)) + 0]));
