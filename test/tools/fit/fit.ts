import { makeScorer, type Weights } from '../../../lib/linking/evidence/scorer';
import { FIXED_CLUES, SCENE_CLUES } from '../../../lib/linking/evidence/table';
import type { Pack } from '../../../lib/pack';
import type { LabelledStory } from '../../unit/linking/labelled-stories';
import { type Answer, answersTo } from './answers';
import { type Fit, fitLogistic, type Instance, lossOf, scoresOf } from './logistic';
import { observe } from './observe';
import { strongestWithinError, type Tried } from './within-error';

export const CLUES = [...FIXED_CLUES, ...SCENE_CLUES];

/** Fewer than the stories of any field, and no divisor of their usual number: each fold has something of all. */
const FOLDS = 5;
const RIDGES = [0.1, 0.3, 1, 3, 10];
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
 * Observes with the weights of before, fits, observes anew, until the weights stay. The temperature, by which all weights are
 * divided, is the one of least loss on stories left out, since a fit knows its own stories too well; the ridge is the strongest that
 * costs no more there than chance would.
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

/** The chosen way, and its mean loss on the stories left out. */
function crossValidate(observed: ReadonlyArray<readonly Instance[]>) {
  const tried = RIDGES.map((ridge) => {
    const scores = scoresLeftOut(observed, ridge);
    const cooled = TEMPERATURES.map((temperature) => ({
      ridge,
      temperature,
      losses: lossesOf(observed, scores, temperature),
    }));
    return cooled.reduce((one, other) => (sum(other.losses) < sum(one.losses) ? other : one));
  });
  const { ridge, temperature, losses } = strongestWithinError(tried as unknown as [Tried, ...Tried[]]);
  return { ridge, temperature, foldLoss: sum(losses) / sum(observed.map(worthOf)) };
}

/** For each story, the scores of its candidates under weights fitted without its fold. */
function scoresLeftOut(observed: ReadonlyArray<readonly Instance[]>, ridge: number): number[][][] {
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    fitLogistic(observed.filter((_, at) => at % FOLDS !== fold).flat(), CLUES, ridge),
  );
  return observed.map((story, at) => {
    const { weights } = folds[at % FOLDS] as Fit;
    return story.map((instance) => scoresOf(instance, weights));
  });
}

const lossesOf = (
  observed: ReadonlyArray<readonly Instance[]>,
  scores: readonly number[][][],
  temperature: number,
): number[] =>
  observed.map((story, at) => {
    const cooled = scores[at]?.map((list) => list.map((score) => score / temperature)) ?? [];
    return lossOf(story, cooled) * Math.max(worthOf(story), 1);
  });

const worthOf = (story: readonly Instance[]): number => sum(story.map(({ worth }) => worth));
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

const named = (weights: readonly number[]): Weights =>
  Object.fromEntries(CLUES.map(({ name }, at) => [name, Number((weights[at] ?? 0).toFixed(DIGITS)) + 0]));
