import type { SharedWords } from './context';
import type { Prepared } from './fixed-evidence';
import type { Namesakes } from './namesakes';
import type { Reading } from './reading';
import type { Chosen, Scene } from './scene';
import type { Option, Ref } from './shelf';
import { placeOfSpan, type Span, wordCount } from './spans';
import { CONFIDENCE_FLOOR, WEIGHTS } from './weights';

/** What choosing needs to know beside the span. */
export interface Judgement {
  readonly scene: Scene;
  readonly namesakes: Namesakes;
  readonly readings: readonly Reading[];
  readonly words: ReadonlyMap<Ref, SharedWords>;
  readonly isPerson: (ref: Ref) => boolean;
  readonly isGroup: (ref: Ref) => boolean;
  readonly isOffice: (ref: Ref) => boolean;
}

export type Verdict =
  | { readonly type: 'chosen'; readonly chosen: Chosen }
  /** It names something, but which thing is not certain: nothing inside it may be linked either. */
  | { readonly type: 'abstained' }
  /** No candidate meets its conditions: the words are free for shorter spans. */
  | { readonly type: 'refused' };

interface Weighed {
  readonly ref: Ref;
  readonly option: Option;
  score: number;
}

/** Priors below this are taken as this. */
const LEAST_PRIOR = 0.02;

/** Weighs the candidates of one span against one another and against "nothing that we know". */
export function choose(prepared: Prepared, judgement: Judgement): Verdict {
  const { span } = prepared;
  const ranked: Weighed[] = [];
  let usual = Number.NEGATIVE_INFINITY;
  for (const [at, option] of span.options.entries()) {
    const score = scoreOf(option, at, prepared, judgement);
    if (score === null) continue;
    usual = Math.max(usual, priorScore(option));
    const prior = priorScore(option);
    const known = ranked.findIndex((one) => one.ref === option.ref);
    const weighed = { ref: option.ref, option, score: score + prior };
    if (known < 0) ranked.push(weighed);
    else if ((ranked[known]?.score ?? 0) < weighed.score) ranked[known] = weighed;
  }
  if (ranked.length === 0) return { type: 'refused' };

  for (const one of ranked) one.score -= usual;
  ranked.sort((a, b) => b.score - a.score || a.ref - b.ref);
  const best = ranked[0] as Weighed;
  const total = ranked.reduce((sum, { score }) => sum + Math.exp(score), 1);
  const confidence = Math.exp(best.score) / total;
  if (confidence < CONFIDENCE_FLOOR) return { type: 'abstained' };
  return {
    type: 'chosen',
    chosen: {
      span,
      ref: best.ref,
      confidence,
      option: best.option,
      others: otherRefs(span, ranked),
      sharedWords: ranked.length > 1 ? (judgement.words.get(best.ref)?.count ?? 0) : 0,
    },
  };
}

/** Where the company decides, what is usual in all news says less. */
const priorScore = (option: Option): number =>
  (option.use === 'company' || option.use === 'near' ? WEIGHTS.priorInCompany : WEIGHTS.prior) *
  Math.log(Math.max(option.prior, LEAST_PRIOR));

/** Null where the conditions of the form are not met. */
function scoreOf(option: Option, at: number, prepared: Prepared, judgement: Judgement): number | null {
  const { span, around } = prepared;
  const { scene } = judgement;
  // "Iranian President Hassan Rouhani" is about a person; an office has a card where it stands alone.
  if (around.beforeName && judgement.isOffice(option.ref)) return null;
  const condition =
    option.via === 'story' ? 0 : conditionScore(option, span, prepared.holdsOffice[at] === true, judgement);
  if (condition === null) return null;
  let score = condition + (prepared.fixed[at] ?? 0);
  score += Math.min(WEIGHTS.coherenceMost, WEIGHTS.coherence * Math.log1p(scene.relatedTo(option.ref)));
  if (option.via === 'story') return score;
  const settled = scene.settled(span.folded) === option.ref;
  if (around.capitalProvesNothing) {
    const known = option.use === 'short' && scene.fullForm(option.ref) !== null;
    const backed = around.speaks || scene.supportedInBlock(span, option.ref, option.company);
    if (!known && !backed) score += WEIGHTS.capitalProvesNothing;
  }
  if (settled) score += WEIGHTS.settledElsewhere;
  if (wordCount(span) === 1 && judgement.isPerson(option.ref) && isStranger(option, span, judgement)) {
    score += WEIGHTS.partOfLongerName;
  }
  return score;
}

function conditionScore(option: Option, span: Span, holdsOffice: boolean, judgement: Judgement): number | null {
  const { scene } = judgement;
  switch (option.use) {
    case 'name':
    case 'demonym':
      return 0;
    case 'company':
      return companyScore(option, span, judgement);
    case 'near':
      return option.company.some((ref) => scene.inSentence(span, ref)) ? WEIGHTS.near : null;
    case 'short': {
      const places = scene.fullNames(option.ref);
      const here = placeOfSpan(span);
      if (places.some((place) => place < here)) return WEIGHTS.shortAfterFull;
      if (places.length > 0) return WEIGHTS.shortBeforeFull;
      if (scene.fullForm(option.ref) !== null) return WEIGHTS.shortAfterFull;
      return holdsOffice ? WEIGHTS.shortWithOffice : null;
    }
    case 'noun':
      return null;
  }
}

/** The story is of another place if that is named so many times oftener than the company; */
const OFTENER = 3;
/** where several bid for the words with companies of their own, less is enough. */
const OFTENER_THAN_RIVAL = 1.2;

function companyScore(option: Option, span: Span, { scene, isGroup }: Judgement): number | null {
  const present = option.company.filter((ref) => scene.has(ref)).length;
  if (present === 0) return null;
  const most = mostMentions(option, scene);
  let score = WEIGHTS.company + WEIGHTS.companyOften * Math.log1p(most) + WEIGHTS.companyVariety * Math.log(present);
  if (isGroup(option.ref)) {
    let rival = 0;
    for (const other of span.options) if (other.ref !== option.ref) rival = Math.max(rival, mostMentions(other, scene));
    const elsewhere =
      rival > 0 ? rival > OFTENER_THAN_RIVAL * most : scene.mostMentionedPlace() > OFTENER * Math.max(most, 1);
    if (elsewhere) score += WEIGHTS.companyElsewhere;
  }
  return score;
}

/** Mentions of that one of the company which is mentioned most. */
function mostMentions(option: Option, scene: Scene): number {
  let most = 0;
  for (const ref of option.company) most = Math.max(most, scene.mentions(ref));
  return most;
}

/** Is the surname that of somebody else in this story? */
function isStranger(option: Option, span: Span, { scene, namesakes, readings }: Judgement): boolean {
  if (namesakes.doubtful(span, scene.fullNames(option.ref))) return true;
  const words = readings[span.at]?.words ?? [];
  const before = words[span.first - 1];
  return (
    before !== undefined &&
    words[span.first]?.joint !== 'break' &&
    namesakes.isStrangersName(before.folded, span.folded)
  );
}

/** Runners-up: first the weighed ones, then those whose conditions were not met. */
function otherRefs(span: Span, ranked: readonly Weighed[]): readonly Ref[] {
  if (span.options.length === 1) return [];
  const others = new Set<Ref>();
  for (const { ref } of ranked) others.add(ref);
  for (const { ref } of span.options) others.add(ref);
  if (ranked[0]) others.delete(ranked[0].ref);
  return [...others];
}
