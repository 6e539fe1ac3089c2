import type { StoryFacts, Weighable } from '../around/clue';
import { type Span, wordCount } from '../find/spans';
import type { Surroundings } from '../find/surroundings';
import { isFormer, officeOf, officesHeld } from '../known/offices';
import type { Ref } from '../known/shelf';
import type { Signs } from '../read/signs';
import type { Verdict } from './choose';
import { mayBeMeant } from './conditions';

/** A span with all that it may mean on that day and in these words. */
export interface Prepared {
  readonly span: Span;
  readonly candidates: readonly Weighable[];
  /** Of the round before, where the story can change it by one thing only: how many are related to each candidate. */
  settled: { readonly verdict: Verdict; readonly related: readonly number[] } | null;
  /** What holds of it in any scene; null before that was asked. */
  sure: Verdict | null;
}

/** `named`: what any words of the story, or of an earlier part, may name in full. */
export function prepare(
  span: Span,
  around: Surroundings,
  signs: Signs,
  story: StoryFacts,
  named: ReadonlySet<Ref>,
): Prepared {
  const office = officeOf(around.title);
  const former = office !== null && isFormer(around.title);
  const single = wordCount(span) === 1;
  const candidates: Weighable[] = [];
  for (const option of span.options) {
    const { kind } = story.shelf.entity(option.ref);
    // Of the many who bear a surname nearly all are nowhere in the story.
    if (kind === 'person' && option.use === 'short' && office === null && !named.has(option.ref)) continue;
    const holdsOffice =
      office !== null &&
      kind === 'person' &&
      officesHeld(story.shelf.offices(option.ref), office, story.day, former).length > 0;
    const candidate = { option, span, single, kind, around, signs, holdsOffice, story, look: null };
    if (mayBeMeant(candidate)) candidates.push(candidate);
  }
  return { span, candidates, settled: null, sure: null };
}
