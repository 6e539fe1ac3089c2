import type { Language } from '../language';
import { stemOfWord } from '../text';
import { type Sign, type Signs, signs } from './signs';

/** What the lists of a language say of one word, for those that are asked about every word of a story. */
export interface WordTraits {
  readonly folded: string;
  /** Hash of the stem; null where the word says nothing of the matter. */
  readonly stem: number | null;
  readonly title: string | null;
  readonly isArticle: boolean;
  readonly isParticle: boolean;
  readonly isOpener: boolean;
  /** `NameWords.sharedHeads` */
  readonly sharedHead: string | null;
  /** What it shows of a name right behind it, of one right before it, and as a name. */
  readonly before: Signs;
  readonly behind: Signs;
  readonly own: Signs;
}

/** News repeats its words, in one story and from one to the next: so many are remembered of a language, then all are forgotten. */
const MOST_KNOWN = 20_000;

const known = new WeakMap<Language, Map<string, WordTraits>>();

/** Looks a word up once for all its places, and not once in each of the lists. */
export function traitsIn(language: Language): (folded: string) => WordTraits {
  const words = known.get(language) ?? new Map<string, WordTraits>();
  known.set(language, words);
  return (folded) => {
    const before = words.get(folded);
    if (before) return before;
    if (words.size >= MOST_KNOWN) words.clear();
    const traits = lookUp(folded, language);
    words.set(folded, traits);
    return traits;
  };
}

function lookUp(folded: string, language: Language): WordTraits {
  const { stem, titles, cues, names, persons } = language;
  const phrases = endsOf(names.setPhrases);
  const signsIn = (lists: readonly (readonly [Sign, ...ReadonlySet<string>[]])[]): Signs =>
    signs(...lists.filter(([, ...words]) => words.some((list) => list.has(folded))).map(([sign]) => sign));
  return {
    folded,
    stem: stemOfWord(folded, stem),
    title: titles.titleOf(folded),
    isArticle: cues.articles.has(folded),
    isParticle: names.particles.has(folded),
    isOpener: names.openers.has(folded),
    sharedHead: names.sharedHeads.get(folded) ?? null,
    before: signsIn([
      ['article', cues.articles, cues.indefinites],
      ['phrase', phrases.first],
      ['direction', names.directions],
      ['generation', persons.elder, persons.younger],
      ['kin', cues.kin, cues.companions],
      ['newer', names.newer],
    ]),
    behind: signsIn([
      ['phrase', phrases.last, names.compoundHeads, names.adjectiveHeads],
      ['verb', persons.means, persons.plural, persons.newsroom, cues.personal],
    ]),
    own: signsIn([['month', persons.months]]),
  };
}

interface Ends {
  readonly first: ReadonlySet<string>;
  readonly last: ReadonlySet<string>;
}

const ends = new WeakMap<ReadonlySet<string>, Ends>();

/** The words with which phrases begin and end. */
function endsOf(phrases: ReadonlySet<string>): Ends {
  const before = ends.get(phrases);
  if (before) return before;
  const words = [...phrases].map((phrase) => phrase.split(' '));
  const found = {
    first: new Set(words.map(([first = '']) => first)),
    last: new Set(words.map((all) => all.at(-1) ?? '')),
  };
  ends.set(phrases, found);
  return found;
}
