import { mayBeMeant } from './conditions';
import type { Candidate, StoryFacts } from './evidence/clue';
import type { Scorer } from './evidence/scorer';
import { isFormer, officeOf, officesHeld } from './offices';
import type { Ref } from './shelf';
import { type Span, wordCount } from './spans';
import type { Surroundings } from './surroundings';

/** A span with all that it may mean on that day and in these words. */
export interface Prepared {
  readonly span: Span;
  readonly candidates: readonly Candidate[];
  /** What weighs for a candidate whoever else is in the story. */
  readonly fixed: (candidate: Candidate) => number;
}

/** `named`: what any words of the story, or of an earlier part, may name in full. */
export function prepare(
  span: Span,
  around: Surroundings,
  story: StoryFacts,
  named: ReadonlySet<Ref>,
  fixed: Prepared['fixed'],
): Prepared {
  const office = officeOf(around.title);
  const former = office !== null && isFormer(around.title);
  const single = wordCount(span) === 1;
  const candidates: Candidate[] = [];
  for (const option of span.options) {
    const { kind } = story.shelf.entity(option.ref);
    // Of the many who bear a surname nearly all are nowhere in the story.
    if (kind === 'person' && option.use === 'short' && office === null && !named.has(option.ref)) continue;
    const holdsOffice =
      office !== null &&
      kind === 'person' &&
      officesHeld(story.shelf.offices(option.ref), office, story.day, former).length > 0;
    const candidate = { option, span, single, kind, around, holdsOffice, story };
    if (mayBeMeant(candidate)) candidates.push(candidate);
  }
  return { span, candidates, fixed };
}

/** Reckoned when a candidate is first weighed: most never are, since their conditions are not met. */
export function fixedOnce(scorer: Scorer): Prepared['fixed'] {
  const known = new Map<Candidate, number>();
  return (candidate) => {
    const before = known.get(candidate);
    if (before !== undefined) return before;
    const fixed = scorer.fixed(candidate);
    known.set(candidate, fixed);
    return fixed;
  };
}
