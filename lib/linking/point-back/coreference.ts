import type { Chosen } from '../around/scene';
import { firstNotBefore, orderOf, placeOfSpan, type Span } from '../find/spans';
import type { Option, Ref } from '../known/shelf';
import { isBehindPointer } from '../read/is-behind-pointer';
import type { Reading } from '../read/reading';
import { type Antecedents, goesOn, indexBefore, isDenied, lastWhere, namesHolder, pointing } from './antecedents';

/** How many blocks back "the militia" may refer. */
const BLOCKS_BACK = 2;
/** In words, from the end of a name to a noun that merely explains it. */
const APPOSITION_WORDS = 2;
const NOUN_CONFIDENCE = 0.9;

/**
 * "The militia", "the general", "the deal": the nearest preceding mention that fits the noun, if nothing else may be
 * meant. If the story has named several, it is the one tied to someone in the sentence ("Draghi said that the bank") or
 * the subject of this paragraph.
 */
export function resolveNouns(
  nouns: readonly Span[],
  mayMean: (option: Option, noun: Span) => boolean,
  antecedents: Antecedents,
): Chosen[] {
  const { readings, chosen, shelf, strangers } = antecedents;
  const found: Chosen[] = [];
  const first = firstPlaces(chosen);
  for (const noun of nouns) {
    const reading = readings[noun.at];
    if (!reading || !isDefinite(reading, noun)) continue;
    const here = placeOfSpan(noun);
    const earliest = orderOf(noun.at - BLOCKS_BACK, 0);
    // Usually nothing nearby fits, and a noun may mean hundreds of things.
    const meant = refsOf(noun.options);
    if (!lastWhere(chosen, here, earliest, ({ ref }) => meant.has(ref))) continue;
    // "The country", "the city": every reader knows which, and too much may be meant.
    const isMeant = (option: Option): boolean => shelf.entity(option.ref).kind !== 'place' && mayMean(option, noun);
    const nearest = lastWhere(
      chosen,
      here,
      earliest,
      ({ ref, option }) =>
        meant.has(ref) && option.use !== 'demonym' && noun.options.some((one) => one.ref === ref && isMeant(one)),
    );
    if (!nearest || isApposition(nearest.span, noun)) continue;
    const options = noun.options.filter(isMeant);
    const fits = new Map(options.map((option) => [option.ref, option]));
    const kinds = new Set(options.map((option) => shelf.entity(option.ref).kind));
    const since = placeOfSpan(nearest.span);
    const named = (one: Chosen): boolean => one.ref !== nearest.ref && one.option.use !== 'demonym';
    const between = lastWhere(chosen, here, since + 1, (one) => named(one) && kinds.has(shelf.entity(one.ref).kind));
    const { at, sentence } = nearest.span;
    const rival = lastWhere(
      chosen,
      here,
      earliest,
      (one) => named(one) && fits.has(one.ref) && one.span.at === at && one.span.sentence === sentence,
    );
    const isNamed = (ref: Ref): boolean => (first.get(ref) ?? here) < here;
    const tied = tiedToSpeaker(noun, antecedents, (ref) => fits.has(ref) && isNamed(ref));
    if (tied !== null && !isInSentence(nearest.span, noun)) {
      found.push(pointing(noun, tied, fits.get(tied) as Option, NOUN_CONFIDENCE));
      continue;
    }
    const isOneOfSeveral = options.some(({ ref }) => ref !== nearest.ref && isNamed(ref));
    if (isOneOfSeveral && !(at === noun.at && opensSentence(nearest.span, reading))) continue;
    if (between || rival || firstNotBefore(strangers, here) > firstNotBefore(strangers, since + 1)) continue;
    found.push(pointing(noun, nearest.ref, fits.get(nearest.ref) as Option, NOUN_CONFIDENCE));
  }
  return found;
}

const refs = new WeakMap<readonly Option[], ReadonlySet<Ref>>();

/** What a noun may mean; cached for all its occurrences. */
function refsOf(options: readonly Option[]): ReadonlySet<Ref> {
  const known = refs.get(options) ?? new Set(options.map(({ ref }) => ref));
  refs.set(options, known);
  return known;
}

/** Where each entity is first named, adjectives excluded. */
function firstPlaces(chosen: readonly Chosen[]): Map<Ref, number> {
  const places = new Map<Ref, number>();
  for (const { ref, option, span } of chosen) {
    if (option.use !== 'demonym' && !places.has(ref)) places.set(ref, placeOfSpan(span));
  }
  return places;
}

/** The only fitting entity tied to the speaker in the noun's sentence; null if there is none or several. */
function tiedToSpeaker(noun: Span, { chosen, shelf, readings }: Antecedents, fits: (ref: Ref) => boolean): Ref | null {
  let tied: Ref | null = null;
  const last = indexBefore(chosen, placeOfSpan(noun));
  for (let at = last; at > last - SENTENCE_LOOK_BACK && at >= 0; at--) {
    const one = chosen[at] as Chosen;
    if (!isInSentence(one.span, noun)) break;
    const { words, language } = readings[noun.at] as Reading;
    if (!language.cues.speech.has(words[one.span.last + 1]?.folded ?? '')) continue;
    for (const ref of shelf.neighbours(one.ref)) {
      if (ref === tied || !fits(ref)) continue;
      if (tied !== null) return null;
      tied = ref;
    }
  }
  return tied;
}

/** A text without full stops is one long sentence. */
const SENTENCE_LOOK_BACK = 20;

const isInSentence = (one: Span, other: Span): boolean => one.at === other.at && one.sentence === other.sentence;

/** Words that may stand before a subject: "On Monday the Fed". */
const BEFORE_SUBJECT = 3;

/** Is it probably the subject of its sentence: near the beginning, not behind a preposition? */
function opensSentence({ first, sentence }: Span, { words, language }: Reading): boolean {
  const { prepositions } = language.persons;
  const before = words[first - 1];
  const noun = language.cues.articles.has(before?.folded ?? '') ? words[first - 2] : before;
  if (noun?.sentence === sentence && prepositions.has(noun.folded)) return false;
  return words[first - BEFORE_SUBJECT - 1]?.sentence !== sentence;
}

function isDefinite(reading: Reading, noun: Span): boolean {
  const { words, block, language } = reading;
  if (!isBehindPointer(reading, noun.first)) return false;
  if (isDenied(words, noun.first - 1, language) || namesHolder(block.text, words, noun.last)) return false;
  return !goesOn(words[noun.last + 1], language);
}

/** "The Rome Statute, the treaty behind the court": explains the name, points back to nothing. */
const isApposition = (name: Span, noun: Span): boolean =>
  name.at === noun.at && name.sentence === noun.sentence && noun.first - name.last <= APPOSITION_WORDS;
