import { rolesOf } from '../../language';
import type { WordRun } from '../find/spellings';
import type { Reading, Word } from '../read/reading';
import { WORD_MARK } from '../read/word-marks';
import { isGiven } from './is-given';

/** In words; longer runs are lists without commas, or shouting. */
const MOST_WORDS = 9;
/** Small words between two parts of a name: "van der", "of the". */
const MOST_SMALL = 2;
/** Titles and given names before "von". */
const MOST_TITLES = 5;
/** "People's Party". */
const OWNED = /^['’ʼ]s? $/;
const OWNED_BY_MANY = /^['’ʼ] $/;
const GENITIVE = /['’ʼ]s?\s*$/;

/**
 * Runs of capitalised words, plus what is lower case inside names: particles ("Jan van der Berg") and the links of
 * bodies ("Friends of the Earth", "Latham & Watkins"). Each word is read at most twice, whatever a page repeats.
 */
export function nameRuns(reading: Reading): WordRun[] {
  const { words } = reading;
  const runs: WordRun[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    if (!word.capital && !opensWithParticle(words, at)) continue;
    let end = at;
    let small = 0;
    let next = at + 1;
    for (; next < words.length && mayGoOn(reading, next); next++) {
      const { capital } = words[next] as Word;
      if (capital) {
        end = next;
        small = 0;
      } else if (endsWithSyllable(reading, end, next)) {
        end = next;
        small = 0;
      } else if (small === MOST_SMALL || !isInside(reading, at, end, next)) break;
      else small += 1;
    }
    if ((word.capital || end > at) && end - at < MOST_WORDS) runs.push([at, end]);
    at = end;
  }
  return runs;
}

/** "Al-Masri" in small letters: "al-Masri". */
const opensWithParticle = (words: readonly Word[], at: number): boolean =>
  isParticle(words[at]) && words[at + 1]?.joint === 'hyphen' && words[at + 1]?.capital === true;

/** Is it not separated from the previous word by a comma or a possessive? */
function mayGoOn({ words, block, language }: Reading, at: number): boolean {
  const [before, word] = [words[at - 1] as Word, words[at] as Word];
  // Nearly always the gap is one space.
  if (word.start === before.end + 1) return word.joint !== 'break';
  const gap = block.text.slice(before.end, Math.min(word.start, before.end + LONGEST_GAP));
  if (GENITIVE.test(gap)) {
    const { owners, inNames } = rolesOf(language);
    // "Bargehands' Union": a body with several owners, not a country's parliament.
    const isOfMany = OWNED_BY_MANY.test(gap) && before.capital && inNames.get(word.folded) === 'body';
    return word.capital && OWNED.test(gap) && (owners.has(before.folded) || isOfMany);
  }
  return word.joint !== 'break';
}

const LONGEST_GAP = 4;

/** "Kim Seung-kyum", but not "Lutnick-led". */
const endsWithSyllable = ({ words, language }: Reading, end: number, at: number): boolean =>
  at === end + 1 &&
  words[at]?.joint === 'hyphen' &&
  words[end]?.joint === 'space' &&
  words[end]?.capital === true &&
  (words[end] as Word).folded.length > 1 &&
  words[end - 1]?.capital === true &&
  !rolesOf(language).isSuffix((words[at] as Word).folded);

/** May the small word at `at` continue the name running from word `from` to `end`? */
function isInside({ words, language }: Reading, from: number, end: number, at: number): boolean {
  const word = words[at] as Word;
  const { titles, names } = language;
  const roles = rolesOf(language);
  if (isParticle(word) && !names.openers.has(word.folded)) return true;
  // "Gero von Wittmershagen", in a language where "von" also starts sentences.
  if (isParticle(word) && !language.capitals.meanNames && isNobleBehind(words, from, end, at)) return true;
  if (isParticle(word) && words[at + 1]?.joint === 'hyphen') return true;
  const before = (words[end] as Word).folded;
  // "Secretary of State" is a title of three words.
  if (word.folded === names.of && titles.tails.has(words[at + 1]?.folded ?? '') && titles.titleOf(before) !== null)
    return true;
  if (!roles.links.has(word.folded)) return false;
  // "Ann Bishop of Cheraw" is a person from a place.
  if (words[end]?.joint === 'space' && isGiven(words[end - 1]?.folded ?? '')) return false;
  if (at === end + 2) return language.cues.articles.has(word.folded) && roles.links.has((words[at - 1] as Word).folded);
  if (at !== end + 1 || language.cues.articles.has(word.folded)) return false;
  // "The Democratic Party of Ichiro Ozawa" is two names.
  if (isGiven(words[at + 1]?.folded ?? '')) return false;
  if (roles.heads.has(before) || names.institutions.has(before)) return true;
  // "The Institute for the Study of War": only where another link stands.
  const isArticle = language.cues.articles.has(words[end - 1]?.folded ?? '');
  const link = words[isArticle ? end - 2 : end - 1];
  return (
    word.folded === names.of &&
    end - from > 1 &&
    link?.capital === false &&
    link.folded !== names.of &&
    roles.links.has(link.folded)
  );
}

/** "Ursula von der": after a single given name, a particle and further on a capital. */
const isNobleBehind = (words: readonly Word[], from: number, end: number, at: number): boolean =>
  (at === end + 1 ? isGiven((words[end] as Word).folded) && end - from < MOST_TITLES : isParticle(words[at - 1])) &&
  (words[at + 1]?.capital === true || (at === end + 1 && isParticle(words[at + 1])));

const isParticle = (word: Word | undefined): boolean => ((word?.marks ?? 0) & WORD_MARK.particle) !== 0;
