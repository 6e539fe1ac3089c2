import type { Language } from '../../language';
import type { About, FixedClue } from '../around/clue';
import type { Span } from '../find/spans';
import { endsPhrase } from '../find/surroundings';
import { type PlaceClass, placeClass } from '../known/place-class';
import type { Reading, Word } from '../read/reading';

/** Except for a few, which the language lists. */
const TAKES_NONE: ReadonlySet<PlaceClass | null> = new Set(['country', 'region', 'town']);

/** "The Manhattan, please", "a Chad with dimples". */
export const articleBeforePlace: FixedClue = {
  name: 'articleBeforePlace',
  speaks: 'against',
  only: { uses: ['name', 'company'], cases: ['any', 'initial'], beside: ['article'] },
  belief: -4,
  value({ option, span, single, story: { readings, shelf } }) {
    const reading = readings[span.at];
    if (
      !(option.use === 'name' || option.use === 'company') ||
      option.caseRule === 'exact' ||
      !reading ||
      reading.titled
    )
      return 0;
    const one = placeClass(shelf.entity(option.ref));
    // "The Dominican Republic", "the Northern Territory": longer names of countries and states may take an article.
    if (!(single ? TAKES_NONE.has(one) : one === 'town' && isBareTown(span, reading))) return 0;
    return isBehindArticle(span, reading) ? 1 : 0;
  },
};

/** "The Walla Walla", but not "Gold Coast" or "West End". */
function isBareTown({ last }: Span, { words, language: { names } }: Reading): boolean {
  const word = words[last]?.folded ?? '';
  return !(names.landforms.has(word) || names.districts.has(word));
}

/**
 * Excludes a following noun that owns the article: "the Iran deal", "the Russia–Ukraine war", "the Paris and London
 * houses".
 */
function isBehindArticle({ first, last, end, folded }: Span, reading: Reading): boolean {
  const { words, language, block } = reading;
  const before = words[first - 1];
  if (!before || words[first]?.joint !== 'space' || !isArticle(before.folded, language)) return false;
  const next = words[last + 1];
  if (language.names.articled.has(folded) || folded.endsWith('s')) return false;
  if (/^(?:[-–—/]|, \p{Lu})/u.test(block.text.slice(end, end + 3))) return false;
  // "The Yakima and the Walla Walla" share no noun.
  if (language.cues.and.has(next?.folded ?? '')) return isArticle(words[last + 2]?.folded ?? '', language);
  return endsPhrase(next) || isVerb(next as Word, isIndefinite(before.folded, language), words[last + 2], reading);
}

/** "A Manhattan wants rye", "the Tacoma arrived": a verb follows, not a plural noun. */
function isVerb(
  { folded, capital, joint, end }: Word,
  ofOne: boolean,
  next: Word | undefined,
  { language, block }: Reading,
): boolean {
  if (capital || joint !== 'space') return false;
  if (language.cues.docked.has(folded) || language.cues.auxiliaries.has(folded)) return true;
  if (!ofOne || !THIRD_PERSON.test(folded) || language.names.pluralHeads.has(folded)) return false;
  return block.text[end] === ' ' && next?.joint === 'space';
}

/** "Wants", but not "glass", "bus", "crisis", "politics". */
const THIRD_PERSON = /\p{L}{2}[^suiac]s$/u;

const isArticle = (word: string, language: Language): boolean =>
  (language.capitals.meanNames && language.cues.articles.has(word)) || isIndefinite(word, language);

const isIndefinite = (word: string, { cues, capitals }: Language): boolean =>
  capitals.meanNames && cues.indefinites.has(word);

export const about: About = {
  when: 'a country, state or town that takes no article, with one before it and no noun behind',
  example: {
    story: ['She ordered the [Manhattan], with ice.'],
    day: '2019-03-04',
    opens: null,
    without: 'manhattan',
  },
};
