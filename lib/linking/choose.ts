import { type Day, earliest, overBy } from '../facts';
import type { SharedWords } from './context';
import type { Namesakes } from './namesakes';
import { isFormer, officeOf, officesHeld } from './offices';
import type { Reading } from './reading';
import type { Chosen, Scene } from './scene';
import type { Option, Ref, Shelf } from './shelf';
import { placeOfSpan, type Span, wordCount } from './spans';
import { isPiece, type Surroundings } from './surroundings';
import { CONFIDENCE_FLOOR, WEIGHTS } from './weights';

/** What choosing needs to know beside the span. */
export interface Judgement {
  readonly day: Day | null;
  readonly shelf: Shelf;
  readonly scene: Scene;
  readonly namesakes: Namesakes;
  readonly readings: readonly Reading[];
  readonly arounds: ReadonlyMap<Span, Surroundings>;
  readonly words: ReadonlyMap<Ref, SharedWords>;
}

export type Verdict =
  | { readonly type: 'chosen'; readonly chosen: Chosen }
  /** It names something, but which thing is not certain: nothing inside it may be linked either. */
  | { readonly type: 'abstained' }
  /** No candidate meets its conditions: the words are free for shorter spans. */
  | { readonly type: 'refused' };

/** A story may be written so many years before what it speaks of is signed, founded or begun. */
const YEARS_AHEAD = 2;

/** Weighs the candidates of one span against one another and against "nothing that we know". */
export function choose(span: Span, judgement: Judgement): Verdict {
  const scores = new Map<Ref, { score: number; option: Option; bare: number }>();
  for (const option of span.options) {
    const bare = conditionScore(option, span, judgement);
    if (bare === null) continue;
    const score = bare + evidenceScore(option, span, judgement);
    if (score > (scores.get(option.ref)?.score ?? -Infinity)) scores.set(option.ref, { score, option, bare });
  }
  if (scores.size === 0) return { type: 'refused' };

  const priors = Math.max(...[...scores.values()].map(({ option }) => option.prior), 1e-6);
  const ranked = [...scores.entries()]
    .map(([ref, { score, option }]) => ({ ref, option, score: score + Math.log(Math.max(option.prior, 1e-6) / priors) }))
    .sort((a, b) => b.score - a.score || a.ref - b.ref);
  const best = ranked[0];
  if (!best) return { type: 'refused' };
  const total = ranked.reduce((sum, { score }) => sum + Math.exp(score), 1);
  const confidence = Math.exp(best.score) / total;
  if (confidence < CONFIDENCE_FLOOR) return { type: 'abstained' };
  const decidedByWords = ranked.length > 1 && (judgement.words.get(best.ref)?.count ?? 0) > 0;
  return {
    type: 'chosen',
    chosen: {
      span,
      ref: best.ref,
      confidence,
      option: best.option,
      others: otherRefs(span, best.ref, ranked),
      sharedWords: decidedByWords ? (judgement.words.get(best.ref)?.count ?? 0) : 0,
    },
  };
}

/** Strength of the form, or null where its conditions are not met. */
function conditionScore(option: Option, span: Span, judgement: Judgement): number | null {
  const { scene, shelf, arounds, day } = judgement;
  if (option.via === 'story') return WEIGHTS.introduced;
  switch (option.use) {
    case 'name':
      return option.via === 'spelling' ? WEIGHTS.otherSpelling : nameScore(option, span, shelf);
    case 'demonym':
      return WEIGHTS.demonym;
    case 'company':
      return option.company.some((ref) => scene.has(ref)) ? WEIGHTS.company : null;
    case 'near':
      return option.company.some((ref) => scene.inSentence(span, ref)) ? WEIGHTS.near : null;
    case 'short': {
      const places = scene.fullNames(option.ref);
      if (places.length > 0) {
        return places.some((place) => place < placeOfSpan(span)) ? WEIGHTS.shortAfterFull : WEIGHTS.shortBeforeFull;
      }
      if (scene.fullForm(option.ref) !== null) return WEIGHTS.shortAfterFull;
      const office = officeOf(arounds.get(span)?.title ?? '');
      return office !== null && day !== null && officesHeld(shelf.facts(option.ref), office, day).length > 0
        ? WEIGHTS.shortWithOffice
        : null;
    }
    case 'noun':
      return null;
  }
}

function nameScore(option: Option, span: Span, shelf: Shelf): number {
  const single = wordCount(span) === 1;
  if (!single) return option.caseRule === 'any' ? WEIGHTS.phrase : WEIGHTS.longName;
  const form =
    option.caseRule === 'exact' ? WEIGHTS.acronym : option.caseRule === 'any' ? WEIGHTS.singleWord : WEIGHTS.singleName;
  return form + (WEIGHTS.prominence * shelf.entity(option.ref).prominence) / 255;
}

function evidenceScore(option: Option, span: Span, judgement: Judgement): number {
  const { scene, shelf, arounds, readings, words } = judgement;
  const around = arounds.get(span) as Surroundings;
  const reading = readings[span.at] as Reading;
  const { kind } = shelf.entity(option.ref);
  let score = Math.min(WEIGHTS.coherenceMost, WEIGHTS.coherence * Math.log1p(scene.relatedTo(option.ref)));
  score += Math.min(WEIGHTS.contextMost, WEIGHTS.context * Math.log1p(words.get(option.ref)?.weight ?? 0));
  const known = scene.fullNames(option.ref).length > 0 && option.use === 'short';
  if (around.capitalProvesNothing && option.via !== 'story' && !known) score += WEIGHTS.capitalProvesNothing;
  if (option.via !== 'story' && isPiece(span, around, kind, option.use === 'demonym', reading)) {
    score += WEIGHTS.partOfLongerName;
  }
  if (kind === 'person') score += personScore(option, span, around, judgement);
  else if (around.title !== '' && option.use === 'name' && kind !== 'place' && kind !== 'group') {
    score += wordCount(span) === 1 ? WEIGHTS.titleBeforeOther : 0;
  }
  if (around.afterPlacePreposition) {
    if (kind === 'place') score += WEIGHTS.placeAfterPreposition;
    if (kind === 'person' && wordCount(span) === 1) score += WEIGHTS.personAfterPlacePreposition;
  }
  if (around.speaks && ['person', 'media', 'group', 'company'].includes(kind)) score += WEIGHTS.speaker;
  if (scene.settled(span.folded) === option.ref) score += WEIGHTS.settledElsewhere;
  return score + timeScore(option, judgement);
}

function personScore(option: Option, span: Span, around: Surroundings, judgement: Judgement): number {
  const { scene, shelf, namesakes, readings, day } = judgement;
  let score = 0;
  if (wordCount(span) === 1 && option.via !== 'story') {
    const words = readings[span.at]?.words ?? [];
    const before = words[span.first - 1];
    const strangers =
      before !== undefined && words[span.first]?.joint !== 'break' && namesakes.isStrangersName(before.folded, span.folded);
    if (strangers || namesakes.doubtful(span, scene.fullNames(option.ref))) score += WEIGHTS.partOfLongerName;
  }
  if (around.title === '') return score;
  score += WEIGHTS.titleBeforePerson;
  const office = officeOf(around.title);
  if (office !== null && officesHeld(shelf.facts(option.ref), office, day, isFormer(around.title)).length > 0) {
    score += WEIGHTS.officeOnTheDay;
  }
  return score;
}

/** What begins long after the day of the story is not meant; what was long over is meant a little less. */
function timeScore(option: Option, { shelf, day }: Judgement): number {
  const { kind } = shelf.entity(option.ref);
  if (day === null || kind === 'place' || kind === 'concept' || kind === 'media') return 0;
  const facts = shelf.facts(option.ref);
  let first: Day | null = null;
  for (const fact of facts) {
    if (fact.start === null) continue;
    const start = earliest(fact.start);
    if (first === null || start < first) first = start;
  }
  const horizon = `${String(Number(day.slice(0, 4)) + YEARS_AHEAD).padStart(4, '0')}${day.slice(4)}`;
  if (first !== null && first > horizon && kind !== 'person') return WEIGHTS.partOfLongerName;
  return overBy(facts, day) === null ? 0 : WEIGHTS.over;
}

/** Runners-up: first the weighed ones, then those whose conditions were not met. */
function otherRefs(span: Span, best: Ref, ranked: ReadonlyArray<{ readonly ref: Ref }>): Ref[] {
  const others = new Set<Ref>();
  for (const { ref } of ranked) others.add(ref);
  for (const { ref } of span.options) others.add(ref);
  others.delete(best);
  return [...others];
}
