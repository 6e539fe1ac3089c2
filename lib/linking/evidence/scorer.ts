import type { Candidate, Clue, FirstLook, FixedClue, SceneClue, WeighedClue } from '../around/clue';
import type { Scene } from '../around/scene';
import { isInTableScope, scopeNumber, signsAsked } from '../around/scope';
import type { Signs } from '../read/signs';
import { FIXED_CLUES, SCENE_CLUES } from './table';

/** Log-odds of each piece of evidence by its name. */
export type Weights = Readonly<Record<string, number>>;

/** Scores candidates against "this names nothing that the packs know", which has weight 0. */
export interface Scorer {
  readonly first: (candidate: Candidate) => FirstLook;
  readonly inScene: (candidate: Candidate, look: FirstLook, scene: Scene, rivals: readonly Candidate[]) => number;
  readonly names: readonly string[];
  /** Reports each piece of evidence that speaks: its number in `names` and what it adds to the candidate's score. */
  readonly parts: (
    candidate: Candidate,
    look: FirstLook,
    scene: Scene,
    rivals: readonly Candidate[],
    tell: (at: number, adds: number) => void,
  ) => void;
}

export function makeScorer(weights: Weights): Scorer {
  const fixed = weighed(FIXED_CLUES, weights, 0);
  const scenic = weighed(SCENE_CLUES, weights, fixed.length);
  const inScopeOf = byScope(fixed, scenic);
  /** Reused for each candidate; copied only where it must be kept. */
  const spoken: number[] = [];
  const open: Piece<SceneClue>[] = [];
  return {
    first(candidate) {
      const inScope = inScopeOf(candidate);
      let sum = 0;
      let told = 0;
      let left = 0;
      let mayLose = false;
      let ofRelatedOnly = true;
      for (const piece of inScope.fixed) {
        if (!mayHear(candidate, piece.asks)) continue;
        const value = piece.value(candidate);
        if (value === 0) continue;
        const adds = piece.weight * value;
        sum += adds;
        spoken[told++] = piece.at;
        spoken[told++] = adds;
      }
      for (const piece of inScope.scenic) {
        if (!mayHear(candidate, piece.asks) || piece.may?.(candidate) === false) continue;
        open[left++] = piece;
        mayLose ||= piece.against;
        ofRelatedOnly &&= piece.ofRelatedOnly;
      }
      return { fixed: sum, spoken: spoken.slice(0, told), open: open.slice(0, left), mayLose, ofRelatedOnly };
    },
    inScene(candidate, { open }, scene, rivals) {
      let sum = 0;
      for (const piece of open) sum += piece.weight * piece.value(candidate, scene, rivals);
      return sum;
    },
    names: [...fixed, ...scenic].map(({ clue }) => clue.name),
    parts(candidate, { spoken, open }, scene, rivals, tell) {
      for (let at = 0; at < spoken.length; at += 2) tell(spoken[at] as number, spoken[at + 1] as number);
      for (const piece of open) tell(piece.at, piece.weight * piece.value(candidate, scene, rivals));
    },
  };
}

interface Piece<C extends Clue> extends WeighedClue<C> {
  readonly asks: Signs;
}

const ALWAYS: Signs = ~0;

const mayHear = ({ signs }: Candidate, asks: Signs): boolean => asks === ALWAYS || (signs & asks) !== 0;

const weighed = <C extends Clue>(clues: readonly C[], weights: Weights, from: number): readonly Piece<C>[] =>
  clues
    .filter(({ name }) => (weights[name] ?? 0) !== 0)
    .map((clue, index) => pieceOf(clue, weights[clue.name] as number, from + index));

/**
 * One literal, so all pieces share one shape: adding fields to a copy would give each its own, since the functions
 * differ.
 */
function pieceOf<C extends Clue>(clue: C, weight: number, at: number): Piece<C> {
  return {
    at,
    clue,
    weight,
    value: clue.value,
    may: 'may' in clue ? clue.may : undefined,
    ofRelatedOnly: 'ofRelatedOnly' in clue,
    against: clue.speaks === 'against',
    asks: signsAsked(clue.only),
  };
}

interface InScope {
  readonly fixed: readonly Piece<FixedClue>[];
  readonly scenic: readonly Piece<SceneClue>[];
}

/** The pieces that can speak for such a candidate at all; computed once for all that are alike. */
function byScope(
  fixed: readonly Piece<FixedClue>[],
  scenic: readonly Piece<SceneClue>[],
): (candidate: Candidate) => InScope {
  const known = new Map<number, InScope>();
  return (candidate) => {
    const scope = scopeNumber(candidate);
    const before = known.get(scope);
    if (before) return before;
    const isIn = ({ clue }: Piece<Clue>): boolean => isInTableScope(candidate, clue.only);
    const found = { fixed: fixed.filter(isIn), scenic: scenic.filter(isIn) };
    known.set(scope, found);
    return found;
  };
}
