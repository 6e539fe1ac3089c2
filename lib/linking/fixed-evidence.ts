import type { Kind } from '../facts';
import { type Day, isBefore, shiftYears } from '../time';
import type { SharedWords } from './context';
import { isFormer, officeOf, officesHeld } from './offices';
import type { Reading } from './reading';
import type { Option, Ref, Shelf } from './shelf';
import { type Span, wordCount } from './spans';
import { isPiece, type Surroundings } from './surroundings';
import { WEIGHTS } from './weights';

/** What weighs for a candidate whoever else is in the story; reckoned once a span. */
export interface Prepared {
  readonly span: Span;
  readonly around: Surroundings;
  /** One figure an option of the span. */
  readonly fixed: readonly number[];
  /** One an option: does the title in front name an office that it held on the day? */
  readonly holdsOffice: readonly boolean[];
}

export interface Facts {
  readonly day: Day | null;
  readonly shelf: Shelf;
  readonly readings: readonly Reading[];
  readonly words: ReadonlyMap<Ref, SharedWords>;
}

/** A story may be written so many years before what it speaks of is signed, founded or begun. */
const YEARS_AHEAD = 2;

/** What has a first day that every table of facts knows. */
const DATED: ReadonlySet<Kind> = new Set(['event', 'deal', 'law', 'policy']);

export function prepare(span: Span, around: Surroundings, facts: Facts): Prepared {
  const office = officeOf(around.title);
  const holdsOffice = span.options.map(
    ({ ref }) =>
      office !== null &&
      facts.shelf.entity(ref).kind === 'person' &&
      officesHeld(facts.shelf.offices(ref), office, facts.day, isFormer(around.title)).length > 0,
  );
  const fixed = span.options.map((option, at) => fixedScore(option, span, around, holdsOffice[at] === true, facts));
  return { span, around, fixed, holdsOffice };
}

function fixedScore(option: Option, span: Span, around: Surroundings, office: boolean, facts: Facts): number {
  const { shelf, readings, words, day } = facts;
  const { kind, prominence } = shelf.entity(option.ref);
  const single = wordCount(span) === 1;
  let score = formScore(option, single, prominence);
  score += Math.min(WEIGHTS.contextMost, WEIGHTS.context * Math.log1p(words.get(option.ref)?.weight ?? 0));
  const reading = readings[span.at];
  if (option.via !== 'story' && reading && isPiece(span, around, kind, option.use === 'demonym', reading)) {
    score += WEIGHTS.partOfLongerName;
  }
  if (around.title !== '') {
    if (kind === 'person') score += WEIGHTS.titleBeforePerson + (office ? WEIGHTS.officeOnTheDay : 0);
    else if (single && option.use === 'name' && kind !== 'place' && kind !== 'group' && kind !== 'team')
      score += WEIGHTS.titleBeforeOther;
  }
  if (around.afterPlaceNoun && kind !== 'place' && single) score += WEIGHTS.afterPlaceNoun;
  if (around.merelyCalled && (option.use === 'company' || option.use === 'short')) score += WEIGHTS.merelyCalled;
  if (around.afterKin && kind !== 'person' && single) score += WEIGHTS.afterKin;
  if (option.use === 'demonym' && around.language) score += WEIGHTS.language;
  const bare = kind === 'person' || (kind === 'company' && option.use === 'company');
  if (around.withArticle && single && bare && option.caseRule === 'initial') {
    score += WEIGHTS.articleBeforeName;
  }
  if (around.afterPlacePreposition) {
    if (kind === 'place') score += WEIGHTS.placeAfterPreposition;
    if (kind === 'person' && single) score += WEIGHTS.personAfterPlacePreposition;
    if (['group', 'team', 'company'].includes(kind) && single && option.use === 'company')
      score += WEIGHTS.clubAfterPlacePreposition;
  }
  if (around.speaks && ['person', 'media', 'group', 'team', 'company'].includes(kind)) score += WEIGHTS.speaker;
  if (day === null || kind === 'person' || kind === 'place') return score;
  // What begins long after the day of the story is not meant; what was long over is meant a little less.
  const { begins, ends } = shelf.life(option.ref);
  if (DATED.has(kind) && begins !== null && isBefore(shiftYears(day, YEARS_AHEAD), begins))
    return score + WEIGHTS.partOfLongerName;
  return ends !== null && isBefore(ends, day) ? score + WEIGHTS.over : score;
}

/** Strength of a name by itself; forms with conditions get theirs when these are met. */
function formScore(option: Option, single: boolean, prominence: number): number {
  if (option.via === 'story') return WEIGHTS.introduced;
  if (option.use === 'demonym') return WEIGHTS.demonym;
  if (option.use !== 'name') return 0;
  if (option.via === 'spelling') return WEIGHTS.otherSpelling;
  if (!single) return option.caseRule === 'any' ? WEIGHTS.phrase : WEIGHTS.longName;
  const form =
    option.caseRule === 'exact' ? WEIGHTS.acronym : option.caseRule === 'any' ? WEIGHTS.singleWord : WEIGHTS.singleName;
  return form + (WEIGHTS.prominence * prominence) / 255;
}
