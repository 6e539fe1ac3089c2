import { type Arena, houseWords, type Language, offices } from '../../language';
import { stemOfWord, type WordScan } from '../../text';
import { type Sign, type Signs, signs } from './signs';
import { WORD_MARK, type WordMarks } from './word-marks';

/** What a language's lists say about one word, for questions asked of every word. */
export interface WordTraits {
  readonly folded: string;
  /** Hash of the stem; null if the word says nothing about the subject. */
  readonly stem: number | null;
  readonly title: string | null;
  readonly marks: WordMarks;
  /** `NameWords.sharedHeads` */
  readonly sharedHead: string | null;
  readonly arena: { readonly arena: Arena; readonly weight: number } | null;
  /** The signs it gives to a name right behind it, to one right before it, and as a name itself. */
  readonly before: Signs;
  readonly behind: Signs;
  readonly own: Signs;
}

/**
 * News repeats its words, so this many are cached. Each has two slots, given by its hash: with one, two frequent words
 * in the same slot would keep evicting each other.
 */
const PLACE_BITS = 15;

/** Identified by both hashes of the word. */
interface Known extends WordTraits {
  readonly hash: number;
  readonly check: number;
}

const known = new WeakMap<Language, (Known | undefined)[]>();

/** Looks a word up once for all questions, instead of in each list. `scan` is positioned at the word. */
export function traitsIn(language: Language): (scan: WordScan, text: string) => WordTraits {
  const places = known.get(language) ?? new Array<Known | undefined>(1 << PLACE_BITS).fill(undefined);
  known.set(language, places);
  return (scan, text) => {
    const { hash, check } = scan;
    // The upper bits depend on every letter of the word.
    const place = hash >>> (32 - PLACE_BITS);
    const before = places[place];
    if (before !== undefined && before.hash === hash && before.check === check) return before;
    const second = place ^ 1;
    const other = places[second];
    if (other !== undefined && other.hash === hash && other.check === check) return other;
    const traits = lookUp(scan.folded(text), hash, check, language);
    if (before !== undefined) places[second] = before;
    places[place] = traits;
    return traits;
  };
}

const OFFICE_BEGINNINGS = new Set(offices.pointed.map((office) => office.split(' ')[0] ?? ''));

function lookUp(folded: string, hash: number, check: number, language: Language): Known {
  const { stem, titles, cues, names, persons } = language;
  const phrases = endsOf(names.setPhrases);
  const signsIn = (lists: readonly (readonly [Sign, ...ReadonlySet<string>[]])[]): Signs =>
    signs(...lists.filter(([, ...words]) => words.some((list) => list.has(folded))).map(([sign]) => sign));
  const title = titles.titleOf(folded);
  const sharedHead = names.sharedHeads.get(folded) ?? null;
  const arena = language.arenas.get(folded) ?? null;
  return {
    hash,
    check,
    folded,
    stem: stemOfWord(folded, stem),
    title,
    sharedHead,
    arena,
    marks:
      (cues.articles.has(folded) ? WORD_MARK.article : 0) |
      (names.particles.has(folded) ? WORD_MARK.particle : 0) |
      (names.openers.has(folded) ? WORD_MARK.opener : 0) |
      (title !== null ? WORD_MARK.title : 0) |
      (sharedHead !== null ? WORD_MARK['shared-head'] : 0) |
      (arena !== null ? WORD_MARK.arena : 0) |
      (OFFICE_BEGINNINGS.has((title ?? folded).split(' ')[0] ?? '') ? WORD_MARK.office : 0) |
      (cues.placePrepositions.has(folded) ? WORD_MARK['place-preposition'] : 0) |
      (cues.languagePrepositions.has(folded) ? WORD_MARK['language-preposition'] : 0) |
      (cues.placeNouns.has(folded) ? WORD_MARK['place-noun'] : 0) |
      (cues.naming.has(folded) ? WORD_MARK.naming : 0) |
      (cues.speech.has(folded) ? WORD_MARK.speech : 0) |
      (cues.press.has(folded) ? WORD_MARK.press : 0) |
      (cues.pointers.has(folded) ? WORD_MARK.pointer : 0) |
      (cues.otherGames.has(folded) ? WORD_MARK['other-game'] : 0) |
      (cues.and.has(folded) ? WORD_MARK.and : 0) |
      (houseWords.houses.has(folded) ? WORD_MARK.house : 0) |
      (cues.sides.plural.has(folded) ? WORD_MARK.plural : 0) |
      (cues.sides.beats.has(folded) ? WORD_MARK.beats : 0) |
      (cues.sides.awayEnds.has(folded) ? WORD_MARK.away : 0) |
      (cues.sides.they.has(folded) ? WORD_MARK.they : 0) |
      (persons.trades.has(folded) ? WORD_MARK.trade : 0),
    before: signsIn([
      ['article', cues.articles, cues.indefinites],
      ['phrase', phrases.first],
      ['direction', names.directions],
      ['generation', persons.elder, persons.younger],
      ['called', cues.naming],
      ['kin', cues.kin, cues.companions],
      ['newer', names.newer],
    ]),
    behind: signsIn([
      ['phrase', phrases.last, names.compoundHeads, names.adjectiveHeads],
      ['verb', persons.means, persons.plural, persons.newsroom, cues.personal, cues.stormVerbs],
    ]),
    own: signsIn([['month', persons.months]]),
  };
}

interface Ends {
  readonly first: ReadonlySet<string>;
  readonly last: ReadonlySet<string>;
}

const ends = new WeakMap<ReadonlySet<string>, Ends>();

/** The first and last words of the phrases. */
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
