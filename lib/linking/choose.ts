import { meetsConditions } from './conditions';
import { CONFIDENCE_FLOOR } from './confidence-floor';
import type { Candidate } from './evidence/clue';
import type { Scorer } from './evidence/scorer';
import type { Prepared } from './fixed-evidence';
import type { Chosen, Scene } from './scene';
import type { Ref } from './shelf';
import type { Span } from './spans';

export type Verdict =
  | { readonly type: 'chosen'; readonly chosen: Chosen }
  /** It names something, but which thing is not certain: nothing inside it may be linked either. */
  | { readonly type: 'abstained' }
  /** No candidate meets its conditions: the words are free for shorter spans. */
  | { readonly type: 'refused' };

interface Ranked {
  readonly candidate: Candidate;
  readonly score: number;
}

/**
 * Weighs the candidates of one span against one another and against "nothing that we know": confidence is the share of
 * the best among all of them, a softmax over their scores and the 0 of that nothing.
 */
export function choose({ span, candidates, fixed }: Prepared, scene: Scene, scorer: Scorer): Verdict {
  const rivals: Candidate[] = [];
  const scores: number[] = [];
  for (const [at, candidate] of candidates.entries()) {
    if (!meetsConditions(candidate, scene)) continue;
    rivals.push(candidate);
    scores.push(fixed[at] ?? 0);
  }
  if (rivals.length === 0) return { type: 'refused' };
  const ranked = rank(rivals, (candidate, at) => (scores[at] ?? 0) + scorer.inScene(candidate, scene, rivals));
  const [winner] = ranked as [Ranked, ...Ranked[]];
  const total = ranked.reduce((sum, { score }) => sum + Math.exp(score), 1);
  const confidence = Math.exp(winner.score) / total;
  if (confidence < CONFIDENCE_FLOOR) return { type: 'abstained' };
  const { option } = winner.candidate;
  return {
    type: 'chosen',
    chosen: {
      span,
      ref: option.ref,
      confidence,
      option,
      others: otherRefs(span, ranked),
      weighed: { candidate: winner.candidate, rival: ranked[1]?.candidate ?? null, rivals },
    },
  };
}

/** Best first; of several forms of one entity the best. */
function rank(rivals: readonly Candidate[], scoreOf: (candidate: Candidate, at: number) => number): Ranked[] {
  const [only] = rivals;
  if (only && rivals.length === 1) return [{ candidate: only, score: scoreOf(only, 0) }];
  const best = new Map<Ref, Ranked>();
  for (const [at, candidate] of rivals.entries()) {
    const score = scoreOf(candidate, at);
    const known = best.get(candidate.option.ref);
    if (!known || known.score < score) best.set(candidate.option.ref, { candidate, score });
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.candidate.option.ref - b.candidate.option.ref);
}

/** Runners-up: first the weighed ones, then those whose conditions were not met. */
function otherRefs(span: Span, ranked: readonly Ranked[]): readonly Ref[] {
  if (span.options.length === 1) return [];
  const others = new Set<Ref>();
  for (const { candidate } of ranked) others.add(candidate.option.ref);
  for (const { ref } of span.options) others.add(ref);
  if (ranked[0]) others.delete(ranked[0].candidate.option.ref);
  return [...others];
}
