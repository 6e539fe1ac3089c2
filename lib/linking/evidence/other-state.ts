import { belongsTo } from '../around/belongs-to';
import type { About, SceneClue, StoryFacts } from '../around/clue';
import { inDateline } from '../around/in-dateline';
import { hasNameBehind, mayHavePlaceBehind, placeBehind } from '../around/place-behind';
import type { Chosen, Scene } from '../around/scene';
import { mayBeTold, toldPlace } from '../around/told-place';
import type { Span } from '../find/spans';
import { countriesOf, homesOf } from '../known/homes';
import { isCountry } from '../known/is-country';
import { isRegion } from '../known/is-region';
import type { Ref, Shelf } from '../known/shelf';
import type { Reading } from '../read/reading';

/**
 * In "in Boston, England, the market" the country says where the town lies; in "in Boston, Germany's chancellor" it
 * does not.
 */
const CLOSES = /^(?:[.;:!?)]|\s*$|,?\s+(?:[-–—(]|\p{Ll}))/u;
const CAPITAL = /^capital\b/i;
const COUNTY = /^county\b/i;
/** "Country of the United Kingdom": England. */
const LAND = /\bcountry of\b/i;
const JOINS = /^,?\s+(?:\S+\s+)?$/;
const TOWN_AND_PLACE = /^,\s+\p{Lu}/u;
const LONGEST_REGION = 60;
const IN_DATELINE = /^,\s\p{Lu}\p{Ll}+(?:[ -]\p{L}+){0,2}(?:\s\([^)]*\))?\s[-–—]\s/u;
const AT_END = /^,\s\p{Lu}\p{Ll}+(?:[.;)]|$)/u;

/** "ATHENS, Georgia" is not in Greece: nothing is known to tie the place to the state named behind it. */
export const otherState: SceneClue = {
  name: 'otherState',
  speaks: 'against',
  only: { kinds: ['place'] },
  belief: -6,
  may({ span, story }) {
    if (mayTell(span, story)) return true;
    return standsWithPlace(story.sameWords(span), story).length > 0;
  },
  value({ option, span, kind, story }, scene) {
    if (kind !== 'place') return 0;
    // A town named once with its state is later named without it.
    const here = isThere(span, option.ref, story, scene);
    if (here !== null) return here ? 0 : 1;
    let elsewhere = 0;
    for (const one of standsWithPlace(story.sameWords(span), story)) {
      const there = isThere(one, option.ref, story, scene, true);
      if (there) return 0;
      if (there === false) elsewhere = 1;
    }
    return elsewhere;
  },
};

const known = new WeakMap<readonly Span[], readonly Span[]>();
const NONE: readonly Span[] = [];

/** Can what stands behind it say where it lies, whatever else turns out to be in the story? */
function mayTell(span: Span, { readings, spans }: StoryFacts): boolean {
  const reading = readings[span.at];
  if (!reading || !mayHavePlaceBehind(span, reading)) return false;
  if (mayBeTold(span, reading)) return true;
  return hasNameBehind(span, reading, spans) || mayBeInUnknown(span, reading);
}

/** The occurrences followed by something that may say where it lies; found once for all. */
function standsWithPlace(stands: readonly Span[], story: StoryFacts): readonly Span[] {
  // A single occurrence has no others.
  if (stands.length < 2) return NONE;
  const before = known.get(stands);
  if (before) return before;
  const found = stands.filter((one) => mayTell(one, story));
  known.set(stands, found);
  return found;
}

/** Is it in the state or country named behind it? Null if none is named or it is unknown. */
function isThere(span: Span, place: Ref, story: StoryFacts, scene: Scene, elsewhere = false): boolean | null {
  const { shelf, readings } = story;
  const reading = readings[span.at];
  // Nearly always one is missing, and nothing can be said.
  if (!reading || !mayHavePlaceBehind(span, reading)) return null;
  const told = toldPlace(span, reading, scene, story);
  if (told.length > 0) return isInOneOf(told, place, shelf);
  const behind = placeBehind(span, reading, scene, shelf);
  if (!behind) return isInUnknown(span, reading, scene) ? false : null;
  const where = shelf.entity(behind.ref);
  if (COUNTY.test(where.gloss)) return liesAbroad(place, behind.ref, shelf) ? false : null;
  const inRegion = isRegion(where);
  if (!inRegion && !isCountry(where) && !LAND.test(where.gloss)) return null;
  if (belongsTo(place, behind.ref, shelf)) return true;
  if (isListed(behind, reading, scene)) return null;
  if (inRegion) return mayLieIn(place, behind.ref, shelf);
  if (isCountry(shelf.entity(place))) return null;
  // "SUEZ, Egypt —" is a town there; "the Suez" is still the canal.
  const known = countriesOf(place, shelf).length > 0 || (!elsewhere && inDateline(span, reading));
  return known && CLOSES.test(reading.block.text.slice(behind.span.end)) ? false : null;
}

/** "Athens, a town in Georgia": in the state, or in the country? */
function isInOneOf(told: readonly Ref[], place: Ref, shelf: Shelf): boolean | null {
  if (told.some((where) => belongsTo(place, where, shelf))) return true;
  const mayLie = told.some((where) =>
    isRegion(shelf.entity(where)) ? mayLieIn(place, where, shelf) !== false : countriesOf(place, shelf).length === 0,
  );
  return mayLie ? null : false;
}

/** The tables may not say which towns a county has, but a town abroad is not one of them. */
function liesAbroad(place: Ref, county: Ref, shelf: Shelf): boolean {
  const [theirs, own] = [countriesOf(county, shelf), countriesOf(place, shelf)];
  return theirs.length > 0 && own.length > 0 && !own.some((one) => theirs.includes(one));
}

/** The tables may not say which state a town is in; a national capital is in none. */
function mayLieIn(place: Ref, region: Ref, shelf: Shelf): boolean | null {
  const head = shelf.entity(place);
  const countries = countriesOf(region, shelf);
  if (isCountry(head) || !countriesOf(place, shelf).some((one) => countries.includes(one))) return false;
  if (isRegion(head)) return null;
  return (
    !CAPITAL.test(head.gloss) && homesOf(place, shelf).every((home) => home === place || isCountry(shelf.entity(home)))
  );
}

/** "From Beijing, Japan and Korea", "in London, Texas and Ohio". */
function isListed({ span }: Chosen, { block, words, language }: Reading, scene: Scene): boolean {
  const joined = language.cues.and.has(words[span.last + 1]?.folded ?? '');
  const next = joined ? scene.startingAt(span.at, span.last + 2) : scene.after(span);
  if (!next || !JOINS.test(block.text.slice(span.end, next.span.start))) return false;
  // "In Athens, Georgia, and Paris, Texas" names towns.
  return next.weighed?.ranked[0].candidate.kind === 'place' && !TOWN_AND_PLACE.test(block.text.slice(next.span.end));
}

/** "BOSTON, Lincolnshire —", "a fair in Boston, Lincolnshire.": an unknown name behind a place says where it lies. */
const isInUnknown = (span: Span, reading: Reading, scene: Scene): boolean =>
  scene.startingAt(span.at, span.last + 1) === null && mayBeInUnknown(span, reading);

function mayBeInUnknown({ first, last, end }: Span, { block, words, language }: Reading): boolean {
  if (block.text[end] !== ',') return false;
  const next = words[last + 1]?.folded ?? '';
  // "In New Jersey, Gov. Chris Christie".
  if (language.names.openers.has(next) || language.titles.titleOf(next) !== null) return false;
  const behind = block.text.slice(end, end + LONGEST_REGION);
  if (first === 0) return IN_DATELINE.test(behind);
  return language.cues.placePrepositions.has(words[first - 1]?.folded ?? '') && AT_END.test(behind);
}

export const about: About = {
  when: 'a place with a state behind it, here or elsewhere in the story (“Athens, Georgia”, “Athens, a town in Georgia”), to which nothing known ties it',
  example: { story: ['[Athens], Texas, has a record shop.'], day: '2007-09-12', opens: null, without: 'athens' },
};
