import { isUnconditional, meetsConditions } from './conditions';
import { CONFIDENCE_FLOOR } from './confidence-floor';
import type { Scorer } from './evidence/scorer';
import type { Prepared, Weighable } from './prepare';
import type { Chosen, Ranked, Scene } from './scene';
import type { Ref } from './shelf';

export type Verdict =
  | { readonly type: 'chosen'; readonly chosen: Chosen }
  /** It names something, but which thing is not certain: nothing inside it may be linked either. */
  | { readonly type: 'abstained' }
  /** No candidate meets its conditions: the words are free for shorter spans. */
  | { readonly type: 'refused' };

const REFUSED: Verdict = { type: 'refused' };
const ABSTAINED: Verdict = { type: 'abstained' };

/** As `weigh`, but no span is weighed again for which nothing has changed since the round before. */
export function choose(prepared: Prepared, scene: Scene, scorer: Scorer): Verdict {
  const { candidates, settled } = prepared;
  if (settled?.related.every((count, at) => scene.relatedTo((candidates[at] as Weighable).option.ref) === count))
    return settled.verdict;
  const verdict = weigh(prepared, scene, scorer);
  if (candidates.every(hangsOnRelatedOnly)) {
    prepared.settled = { verdict, related: candidates.map(({ option }) => scene.relatedTo(option.ref)) };
  }
  return verdict;
}

const hangsOnRelatedOnly = ({ option, look }: Weighable): boolean =>
  isUnconditional(option) && look?.open.every(({ clue }) => clue.ofRelatedOnly) === true;

/**
 * Weighs the candidates of one span against one another and against "nothing that we know": confidence is the share of
 * the best among all of them, a softmax over their scores and the 0 of that nothing.
 */
function weigh({ span, candidates }: Prepared, scene: Scene, scorer: Scorer): Verdict {
  const rivals: Weighable[] = [];
  for (const candidate of candidates) if (meetsConditions(candidate, scene)) rivals.push(candidate);
  if (rivals.length === 0) return REFUSED;
  const ranked = rank(rivals, (candidate) => {
    candidate.look ??= scorer.first(candidate);
    return candidate.look.fixed + scorer.inScene(candidate, candidate.look, scene, rivals);
  });
  const [winner] = ranked as [Ranked, ...Ranked[]];
  const best = Math.exp(winner.score);
  let total = 1 + best;
  for (let at = 1; at < ranked.length; at++) total += Math.exp((ranked[at] as Ranked).score);
  const confidence = best / total;
  if (confidence < CONFIDENCE_FLOOR) return ABSTAINED;
  const { option } = winner.candidate;
  return {
    type: 'chosen',
    chosen: {
      span,
      ref: option.ref,
      confidence,
      option,
      weighed: { candidate: winner.candidate, rival: ranked[1]?.candidate ?? null, rivals, ranked },
    },
  };
}

/** Best first; of several forms of one entity the best. */
function rank(rivals: readonly Weighable[], scoreOf: (candidate: Weighable) => number): Ranked[] {
  const [only] = rivals;
  if (only && rivals.length === 1) return [{ candidate: only, score: scoreOf(only) }];
  const best = new Map<Ref, Ranked>();
  for (const candidate of rivals) {
    const score = scoreOf(candidate);
    const known = best.get(candidate.option.ref);
    if (!known || known.score < score) best.set(candidate.option.ref, { candidate, score });
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.candidate.option.ref - b.candidate.option.ref);
}

/** Other entities that the words could mean: first the weighed ones, likeliest first, then those whose conditions were not met. */
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
