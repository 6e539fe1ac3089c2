import type { StoryFacts, Weighable } from '../around/clue';
import { type Span, wordCount } from '../find/spans';
import type { Surroundings } from '../find/surroundings';
import { isFormer, officeOf, officesHeld } from '../known/offices';
import type { Ref } from '../known/shelf';
import type { Signs } from '../read/signs';
import type { Verdict } from './choose';
import { mayBeMeant } from './conditions';

/** A span with everything it may mean on that day, in these words. */
export interface Prepared {
  readonly span: Span;
  readonly candidates: readonly Weighable[];
  /**
   * The last round's verdict, kept if the story can change it in one way only: by how many entities are related to each
   * candidate.
   */
  settled: { readonly verdict: Verdict; readonly related: readonly number[] } | null;
  /** The verdict that holds in any scene; null until asked. */
  sure: Verdict | null;
}

/** `named`: whatever the story, or an earlier part of it, may name in full. */
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
    // Most bearers of a surname are nowhere in the story.
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
