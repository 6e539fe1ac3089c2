import type { FirstLook, Weighable } from '../around/clue';
import type { Chosen, Ranked, Ranking, Scene } from '../around/scene';
import type { Scorer } from '../evidence/scorer';
import type { Span } from '../find/spans';
import type { Ref } from '../known/shelf';
import { isUnconditional, meetsConditions } from './conditions';
import { CONFIDENCE_FLOOR } from './confidence-floor';
import type { Prepared } from './prepare';

export type Verdict =
  | { readonly type: 'chosen'; readonly chosen: Chosen }
  /** It names something, but it is not certain what: nothing inside it may be linked either. */
  | { readonly type: 'abstained' }
  /** No candidate meets its conditions: the words are free for shorter spans. */
  | { readonly type: 'refused' };

const REFUSED: Verdict = { type: 'refused' };
const ABSTAINED: Verdict = { type: 'abstained' };

/** Like `weigh`, but skips spans for which nothing has changed since the last round. */
export function choose(prepared: Prepared, scene: Scene, scorer: Scorer): Verdict {
  const { span, candidates, settled } = prepared;
  if (settled !== null && isAsRelated(candidates, settled.related, scene)) return settled.verdict;
  const verdict = weigh(span, candidates, scene, scorer);
  if (candidates.every(hangsOnRelatedOnly)) {
    prepared.settled = { verdict, related: candidates.map(({ option }) => scene.relatedTo(option.ref)) };
  }
  return verdict;
}

function isAsRelated(candidates: readonly Weighable[], related: readonly number[], scene: Scene): boolean {
  for (let at = 0; at < candidates.length; at++)
    if (scene.relatedTo((candidates[at] as Weighable).option.ref) !== related[at]) return false;
  return true;
}

const hangsOnRelatedOnly = ({ option, look }: Weighable): boolean =>
  isUnconditional(option) && look?.ofRelatedOnly === true;

/**
 * Like `choose`, for the rounds: what is chosen in any case matters to the others only by being there. How sure it is,
 * `weighedOut` says at the end.
 */
export function chooseForNow(prepared: Prepared, scene: Scene, scorer: Scorer): Verdict {
  const sure = prepared.sure ?? surely(prepared, scorer) ?? NOT_SURE;
  prepared.sure = sure;
  return sure === NOT_SURE ? choose(prepared, scene, scorer) : sure;
}

const NOT_SURE: Verdict = { type: 'abstained' };
/** Far more than rounding can add to a sum. */
const MARGIN = 1e-9;

/** The only meaning, with no conditions, and all open evidence can only speak for it. */
function surely(prepared: Prepared, scorer: Scorer): Verdict | null {
  const [only] = prepared.candidates;
  if (only === undefined || prepared.candidates.length > 1) return null;
  if (only.kind === 'work' || !isUnconditional(only.option)) return null;
  const look = lookAt(only, scorer);
  if (look.mayLose) return null;
  const best = Math.exp(look.fixed);
  if (best / (1 + best) < CONFIDENCE_FLOOR + MARGIN) return null;
  return chosenOf(prepared.span, [{ candidate: only, score: look.fixed }], prepared.candidates, UNKNOWN);
}

/** The confidence of a sure choice before it is weighed. */
const UNKNOWN = Number.NaN;

/** Adds the confidences, in the scene in which each was chosen. */
export function weighedOut(chosen: readonly Chosen[], scene: Scene, scorer: Scorer): Chosen[] {
  return chosen.map((one) => {
    if (one.weighed === null || !Number.isNaN(one.confidence)) return one;
    const verdict = weigh(one.span, one.weighed.rivals, scene, scorer);
    return verdict.type === 'chosen' ? verdict.chosen : one;
  });
}

/**
 * Weighs a span's candidates against one another and against "nothing that we know". Confidence is the best one's
 * share: a softmax over all scores and 0 for nothing.
 */
function weigh(span: Span, candidates: readonly Weighable[], scene: Scene, scorer: Scorer): Verdict {
  const rivals = meetingConditions(candidates, scene);
  if (rivals.length === 0) return REFUSED;
  const ranked = rank(rivals, scene, scorer);
  const best = Math.exp(ranked[0].score);
  let total = 1 + best;
  for (let at = 1; at < ranked.length; at++) total += Math.exp((ranked[at] as Ranked).score);
  const confidence = best / total;
  return confidence < CONFIDENCE_FLOOR ? ABSTAINED : chosenOf(span, ranked, rivals, confidence);
}

/** Returns the same list when all do, as they nearly always do. */
function meetingConditions(candidates: readonly Weighable[], scene: Scene): readonly Weighable[] {
  for (let at = 0; at < candidates.length; at++) {
    if (meetsConditions(candidates[at] as Weighable, scene)) continue;
    const rivals = candidates.slice(0, at);
    for (const candidate of candidates.slice(at + 1)) if (meetsConditions(candidate, scene)) rivals.push(candidate);
    return rivals;
  }
  return candidates;
}

function chosenOf(span: Span, ranked: Ranking, rivals: readonly Weighable[], confidence: number): Verdict {
  const { option } = ranked[0].candidate;
  return { type: 'chosen', chosen: { span, ref: option.ref, confidence, option, weighed: { rivals, ranked } } };
}

/** Best first, with only the best form of each entity. */
function rank(rivals: readonly Weighable[], scene: Scene, scorer: Scorer): Ranking {
  const [only] = rivals;
  if (only && rivals.length === 1) return [scored(only, rivals, scene, scorer)];
  const ranked: Ranked[] = [];
  for (const candidate of rivals) {
    const one = scored(candidate, rivals, scene, scorer);
    const known = ranked.findIndex((other) => other.candidate.option.ref === candidate.option.ref);
    if (known < 0) ranked.push(one);
    else if ((ranked[known] as Ranked).score < one.score) ranked[known] = one;
  }
  ranked.sort((a, b) => b.score - a.score || a.candidate.option.ref - b.candidate.option.ref);
  return ranked as [Ranked, ...Ranked[]];
}

function scored(candidate: Weighable, rivals: readonly Weighable[], scene: Scene, scorer: Scorer): Ranked {
  const look = lookAt(candidate, scorer);
  return { candidate, score: look.fixed + scorer.inScene(candidate, look, scene, rivals) };
}

function lookAt(candidate: Weighable, scorer: Scorer): FirstLook {
  candidate.look ??= scorer.first(candidate);
  return candidate.look;
}

/**
 * Other entities the words could mean: first those weighed, likeliest first, then those whose conditions were not met.
 */
export function runnersUp({ ref, span, weighed }: Chosen, most: number): Ref[] {
  const others: Ref[] = [];
  if (weighed === null || span.options.length === 1) return others;
  const put = (other: Ref): void => {
    if (others.length < most && other !== ref && !others.includes(other)) others.push(other);
  };
  for (const { candidate } of weighed.ranked) put(candidate.option.ref);
  for (const option of span.options) put(option.ref);
  return others;
}
