import type { Language } from '../../language';
import { type PlaceClass, placeClass } from '../place-class';
import type { Reading } from '../reading';
import type { Span } from '../spans';
import { endsPhrase } from '../surroundings';
import type { About, FixedClue } from './clue';

/** But for a few, which a language names. */
const TAKES_NONE: ReadonlySet<PlaceClass | null> = new Set(['country', 'region', 'town']);

/** "The Manhattan, please", "a Chad with dimples". */
export const articleBeforePlace: FixedClue = {
  name: 'articleBeforePlace',
  speaks: 'against',
  only: { words: 'one', uses: ['name'], cases: ['any', 'initial'], beside: ['article'] },
  belief: -4,
  value({ option, span, single, story: { readings, shelf } }) {
    const reading = readings[span.at];
    if (!single || option.use !== 'name' || option.caseRule === 'exact' || !reading || reading.titled) return 0;
    return isBehindArticle(span, reading) && TAKES_NONE.has(placeClass(shelf.entity(option.ref))) ? 1 : 0;
  },
};

/** And with no noun behind it that has the article: "the Iran deal", "the Russia–Ukraine war", "the Paris and London houses". */
function isBehindArticle({ first, last, end, folded }: Span, { words, language, block }: Reading): boolean {
  const before = words[first - 1];
  if (!before || words[first]?.joint !== 'space' || !isArticle(before.folded, language)) return false;
  const next = words[last + 1];
  if (language.names.articled.has(folded) || folded.endsWith('s')) return false;
  if (/^(?:[-–—/]|, \p{Lu})/u.test(block.text.slice(end, end + 3)) || language.cues.and.has(next?.folded ?? ''))
    return false;
  return endsPhrase(next);
}

const isArticle = (word: string, { cues, capitals }: Language): boolean =>
  capitals.meanNames && (cues.articles.has(word) || cues.indefinites.has(word));

export const about: About = {
  when: 'a country, state or town that takes no article, with one before it and no noun behind',
  example: {
    story: ['She ordered the [Manhattan], with ice.'],
    day: '2019-03-04',
    opens: null,
    without: 'manhattan',
  },
};
