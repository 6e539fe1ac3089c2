import type { Language } from '../../language';
import type { About, FixedClue } from '../around/clue';
import type { Span } from '../find/spans';
import { arenasOf } from '../known/fields';
import type { Ref, Shelf } from '../known/shelf';
import type { Reading, Word } from '../read/reading';
import { WORD_MARK } from '../read/word-marks';

/** Words that may stand before a trade: "a retired head waiter". */
const MOST_BEFORE_TRADE = 4;
/** Words in a place of residence: "of Nether Edge". */
const MOST_PLACE_WORDS = 3;
/** In characters: ", a lobsterman who is no relation". */
const LONGEST_DENIAL = 60;
const COMMA = /^,\s+$/;
const ENDS = /^[,.;:)]/;

/** "Gordon Brown, a plumber", "Gordon Brown, of Harehills": the well-known one is not described like this. */
export const otherLife: FixedClue = {
  name: 'otherLife',
  speaks: 'against',
  only: { kinds: ['person'], words: 'many' },
  belief: -6,
  value({ option, span, single, kind, story }) {
    if (kind !== 'person' || single) return 0;
    const lives = (one: Span): boolean => livesOtherwise(one, option.ref, story.readings[one.at], story.shelf);
    const stands = story.sameWords(span);
    return livesSomewhere(stands, option.ref, lives) || (!stands.includes(span) && lives(span)) ? 1 : 0;
  },
};

const known = new WeakMap<readonly Span[], Map<Ref, boolean>>();

/** True if it holds at any occurrence of the name; searched once for all of them. */
function livesSomewhere(stands: readonly Span[], person: Ref, lives: (stand: Span) => boolean): boolean {
  // Most names occur once.
  if (stands.length < 2) return stands.some(lives);
  const people = known.get(stands) ?? new Map<Ref, boolean>();
  known.set(stands, people);
  const before = people.get(person);
  if (before !== undefined) return before;
  const found = stands.some(lives);
  people.set(person, found);
  return found;
}

function livesOtherwise(span: Span, person: Ref, reading: Reading | undefined, shelf: Shelf): boolean {
  const next = reading?.words[span.last + 1];
  if (!reading || reading.titled) return false;
  const { persons } = reading.language;
  const behind = reading.block.text.slice(span.end, span.end + LONGEST_DENIAL);
  if (persons.unrelated.test(behind) || persons.livesBy.test(behind)) return true;
  // A party label, "(R-Ohio)", rules out a singer.
  if (persons.standsFor.test(behind) && isOfOtherField(person, shelf)) return true;
  return (
    hasTrade(reading.words[span.first - 1], person, shelf) ||
    (next !== undefined &&
      COMMA.test(reading.block.text.slice(span.end, next.start)) &&
      (tradeBehind(span, person, reading, shelf) || livesIn(span, reading, shelf)))
  );
}

const isOfOtherField = (person: Ref, shelf: Shelf): boolean => {
  const fields = arenasOf(shelf.entity(person));
  return fields.length > 0 && !fields.includes('power');
};

/** Is it a trade that the tables do not give for the person? */
const hasTrade = (word: Word | undefined, person: Ref, shelf: Shelf): boolean =>
  word !== undefined && (word.marks & WORD_MARK.trade) !== 0 && !shelf.entity(person).gloss.includes(word.folded);

function tradeBehind(span: Span, person: Ref, reading: Reading, shelf: Shelf): boolean {
  const { words, block, language } = reading;
  for (let at = span.last + 1; at <= span.last + 1 + MOST_BEFORE_TRADE; at++) {
    const [word, next] = [words[at], words[at + 1]];
    // A "former baker" may have become anything.
    if (!word || word.capital || (word.marks & WORD_MARK.title) !== 0) return false;
    if (hasTrade(word, person, shelf) || isPair(words[at - 1], word, language))
      return endsNoun(block.text, word, next, language);
    if (ENDS.test(block.text.slice(word.end))) return false;
  }
  return false;
}

/** "A retired bus driver". */
const isPair = (before: Word | undefined, word: Word, { persons }: Language): boolean =>
  before !== undefined && persons.tradePairs.has(`${before.folded} ${word.folded}`);

/** "Student" in "a student," and "a student at", not in "a student leader". */
const endsNoun = (text: string, word: Word, next: Word | undefined, { cues, persons }: Language): boolean =>
  next === undefined ||
  ENDS.test(text.slice(word.end)) ||
  cues.postmodifiers.has(next.folded) ||
  persons.prepositions.has(next.folded);

/** A village, district or street that the tables do not know; not a body that someone may be "of". */
function livesIn({ last }: Span, { words, block, language }: Reading, shelf: Shelf): boolean {
  const { names, persons } = language;
  if (!persons.livesIn.has(words[last + 1]?.folded ?? '')) return false;
  const first = words[last + 2];
  if (!first?.capital) return false;
  for (let at = last + 2; at < last + 2 + MOST_PLACE_WORDS; at++) {
    const word = words[at];
    if (!word?.capital || names.institutions.has(word.folded) || names.companySuffixes.has(word.folded)) return false;
    const place = block.text.slice(first.start, word.end);
    if (!ENDS.test(block.text.slice(word.end))) continue;
    const hits = shelf.detect(place, language.sentences.abbreviations);
    // "Nether Edge" is still unknown even if something is called "Edge".
    return !/\p{Lu}{2}/u.test(place) && !hits.some(({ start, end }) => start === 0 && end === place.length);
  }
  return false;
}

export const about: About = {
  when: 'the full name of a person, here or elsewhere in the story with a trade or a village beside it that nothing ties to that one, or “no relation”, “who runs a bakery” behind it',
  example: {
    story: ['[Gordon Brown], a plumber, saw the van.'],
    day: '2016-03-02',
    opens: null,
    without: 'gordon-brown',
  },
};
