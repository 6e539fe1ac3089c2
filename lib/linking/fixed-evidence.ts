import { mayBeMeant } from './conditions';
import type { Candidate, StoryFacts } from './evidence/clue';
import type { Scorer } from './evidence/scorer';
import { isFormer, officeOf, officesHeld } from './offices';
import { type Span, wordCount } from './spans';
import type { Surroundings } from './surroundings';

/** A span with all that it may mean on that day and in these words, and what weighs for each whoever else is in the story. */
export interface Prepared {
  readonly span: Span;
  readonly candidates: readonly Candidate[];
  /** One figure a candidate. */
  readonly fixed: readonly number[];
}

export function prepare(span: Span, around: Surroundings, story: StoryFacts, scorer: Scorer): Prepared {
  const office = officeOf(around.title);
  const former = office !== null && isFormer(around.title);
  const single = wordCount(span) === 1;
  const candidates: Candidate[] = [];
  for (const option of span.options) {
    const { kind } = story.shelf.entity(option.ref);
    const holdsOffice =
      office !== null &&
      kind === 'person' &&
      officesHeld(story.shelf.offices(option.ref), office, story.day, former).length > 0;
    const candidate = { option, span, single, kind, around, holdsOffice, story };
    if (mayBeMeant(candidate)) candidates.push(candidate);
  }
  return { span, candidates, fixed: candidates.map(scorer.fixed) };
}
