import type { Span } from '../find/spans';
import { isCountry } from '../known/is-country';
import { isRegion } from '../known/is-region';
import type { Ref, Shelf } from '../known/shelf';
import type { Reading, Word } from '../read/reading';
import { WORD_MARK } from '../read/word-marks';
import type { StoryFacts } from './clue';
import type { Scene } from './scene';

const COMMA_SIGN = 0x2c;
/** In words: ", a town of 16,000 at the southern tip of Illinois". */
const LONGEST = 14;
/** In words: "Paris, Athens and Palestine", before what is said of all of them. */
const LONGEST_LIST = 10;
const APART = /[;:()—–"“”]|,\s/;

/** Quick check: does a comma stand behind it or its list, and a noun for towns a few words later? */
export function mayBeTold(span: Span, reading: Reading): boolean {
  const { words, block } = reading;
  const isListed = ((words[span.last + 1]?.marks ?? 0) & WORD_MARK.and) !== 0;
  if (!isListed && block.text.charCodeAt(span.end) !== COMMA_SIGN) return false;
  const from = opensPhrase(span, reading);
  if (from === null) return false;
  for (let at = from; at < from + LONGEST && words[at]?.sentence === span.sentence; at++)
    if (isNoun(words[at], reading)) return true;
  return false;
}

/**
 * The state or country in which a town is said to lie: ", a town in northern Idaho", ", three East Texas towns"; where it
 * is not decided which, all that it may be.
 */
export function toldPlace(span: Span, reading: Reading, scene: Scene, { shelf, spans }: StoryFacts): readonly Ref[] {
  const from = mayBeTold(span, reading) ? opensPhrase(span, reading) : null;
  if (from === null) return NOWHERE;
  const { words, block, language } = reading;
  let named = false;
  for (let at = from; at < from + LONGEST; at++) {
    const word = words[at];
    if (!word || word.sentence !== span.sentence) return NOWHERE;
    if (at > from && APART.test(block.text.slice(words[at - 1]?.end, word.start))) return NOWHERE;
    named ||= isNoun(word, reading);
    if (!word.capital || language.names.directions.has(word.folded)) continue;
    const chosen = scene.startingAt(span.at, at);
    const place = chosen?.span ?? spans.startingAt(span.at, at);
    const refs = chosen ? [chosen.ref] : (place?.options.map(({ ref }) => ref) ?? NOWHERE);
    const next = place && words[place.last + 1];
    const isTold = named ? isIn(at, words, reading) : next?.joint === 'space' && isNoun(next, reading);
    return isTold ? refs.filter((ref) => holdsTowns(ref, shelf)) : NOWHERE;
  }
  return NOWHERE;
}

const NOWHERE: readonly Ref[] = [];

const isNoun = (word: Word | undefined, { language: { cues } }: Reading): boolean =>
  word !== undefined && ((word.marks & WORD_MARK['place-noun']) !== 0 || cues.towns.has(word.folded));

const holdsTowns = (ref: Ref, shelf: Shelf): boolean => isRegion(shelf.entity(ref)) || isCountry(shelf.entity(ref));

/** "In", "in northern", "of": right before the place. */
function isIn(at: number, words: readonly Word[], { language: { cues, names } }: Reading): boolean {
  let before = at - 1;
  while (names.directions.has(words[before]?.folded ?? '') || isCompass(words[before]?.folded ?? '')) before -= 1;
  const { folded = '' } = words[before] ?? {};
  return folded === names.of || cues.within.has(folded);
}

const isCompass = (word: string): boolean => /^(?:north|south|east|west|cent|rural|upstate)/.test(word);

/** Where the phrase behind its comma, or behind the list that it opens, begins; null if a name comes there. */
function opensPhrase(span: Span, { words, block, language }: Reading): number | null {
  for (let at = span.last + 1; at <= span.last + LONGEST_LIST; at++) {
    const word = words[at];
    if (!word || word.sentence !== span.sentence) return null;
    if (word.capital || language.cues.and.has(word.folded)) continue;
    return block.text.slice(words[at - 1]?.end, word.start) === ', ' ? at : null;
  }
  return null;
}
