import { belongsTo } from '../around/belongs-to';
import type { About, Candidate, FixedClue, StoryFacts } from '../around/clue';
import type { Span } from '../find/spans';
import { placeClass } from '../known/place-class';
import type { Option, Shelf } from '../known/shelf';
import type { Reading } from '../read/reading';
import { SIGN } from '../read/signs';

/** "China Mobile", "Jordan London", "the Glasgow Herald": a place followed by an unrelated name is one longer name. */
export const behindOtherPlace: FixedClue = {
  name: 'behindOtherPlace',
  speaks: 'against',
  only: { kinds: ['place', 'company', 'media'], words: 'one', via: ['form'] },
  belief: -6,
  value(candidate) {
    const { option, span, single, kind, around, signs, story } = candidate;
    if (!single || option.use === 'demonym' || option.caseRule === 'exact' || option.via !== 'form') return 0;
    const isBeside = (signs & SIGN.capital) !== 0;
    if (isBeside && (isBehind(span, option, candidate) || (kind === 'place' && isBefore(span, option, story))))
      return 1;
    // "Jordan London … London was tired": a later mention of the same stranger.
    if (kind !== 'place' || around.afterPlacePreposition) return 0;
    return story.sameWords(span).some((one) => one !== span && isBehind(one, option, candidate)) ? 1 : 0;
  },
};

function isBehind({ at, first }: Span, option: Option, { story }: Candidate): boolean {
  const before = joinedBefore(at, first, story);
  return before !== undefined && isOneName(before, option, story);
}

/** "[Jordan] London": the first of two places. */
function isBefore({ at, last }: Span, option: Option, story: StoryFacts): boolean {
  const next = story.spans.startingAt(at, last + 1);
  if (!next || next.last !== last + 1 || !joinedBefore(at, last + 1, story)) return false;
  return isOneName(next, option, story);
}

/** The single word before another one, with only a space between, inside a sentence that is no headline. */
function joinedBefore(at: number, first: number, { spans, readings }: StoryFacts): Span | undefined {
  const { words, block, language, titled } = readings[at] as Reading;
  const [before, own] = [words[first - 1], words[first]];
  if (titled || own?.joint !== 'space' || !before?.capital || block.text.slice(before.end, own.start) !== ' ')
    return undefined;
  // "In Texas Tesla builds": the comma was left out.
  if (language.cues.placePrepositions.has(words[first - 2]?.folded ?? '')) return undefined;
  const span = spans.endingAt(at, first - 1);
  return span && span.first === span.last ? span : undefined;
}

/**
 * Is the other word a place, with neither inside the other? Two countries may share a noun: "the India Pakistan
 * border".
 */
function isOneName({ options }: Span, own: Option, { shelf }: StoryFacts): boolean {
  const places = options.filter(({ ref, use }) => PLACE_USES.has(use) && shelf.entity(ref).kind === 'place');
  if (!places.some(({ use }) => use === 'name')) return false;
  const isTown = isTownOrNone(own, shelf);
  return places.every(
    (other) =>
      (isTown || isTownOrNone(other, shelf)) &&
      !belongsTo(own.ref, other.ref, shelf) &&
      !belongsTo(other.ref, own.ref, shelf),
  );
}

const PLACE_USES: ReadonlySet<string> = new Set(['name', 'company']);

const isTownOrNone = ({ ref }: Option, shelf: Shelf): boolean =>
  !['country', 'region'].includes(placeClass(shelf.entity(ref)) ?? '');

export const about: About = {
  when: 'a place, a company or a medium of one word right behind a place (or a place before one) where nothing known ties the two, inside a sentence and not behind “in”, “from”, “near”; and what was the second of the two elsewhere in the story',
  example: {
    story: ['The goalkeeper Jordan [London] saved it.'],
    day: '2019-05-06',
    opens: null,
    without: 'london',
  },
};
