import type { Language } from '../language';
import { stemOfWord } from '../text';

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

function lookUp(folded: string, { stem, titles, cues, names }: Language): WordTraits {
  return {
    folded,
    stem: stemOfWord(folded, stem),
    title: titles.titleOf(folded),
    isArticle: cues.articles.has(folded),
    isParticle: names.particles.has(folded),
    isOpener: names.openers.has(folded),
    sharedHead: names.sharedHeads.get(folded) ?? null,
  };
}
