import { rolesOf } from '../../language';
import type { Run } from '../find/spellings';
import type { Reading, Word } from '../read/reading';
import { WORD_MARK } from '../read/word-marks';
import { isGiven } from './is-given';

/** Longer ones are lists without commas, or a page that shouts. */
const MOST_WORDS = 9;
/** "Van der", "of the": so many small words may stand between two parts of a name. */
const MOST_SMALL = 2;
/** Titles and given names before "von". */
const MOST_TITLES = 5;
/** "People's Party". */
const OWNED = /^['’ʼ]s? $/;
const OWNED_BY_MANY = /^['’ʼ] $/;
const GENITIVE = /['’ʼ]s?\s*$/;

/**
 * Runs of words with a capital, with what stands in small letters inside names: particles ("Jan van der Berg"), and the
 * links of bodies ("Friends of the Earth", "Latham & Watkins"). Each word is looked at once or twice, whatever a page repeats.
 */
export function nameRuns(reading: Reading): Run[] {
  const { words } = reading;
  const runs: Run[] = [];
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

/** Neither a comma nor a possessive parts it from the word before. */
function mayGoOn({ words, block, language }: Reading, at: number): boolean {
  const [before, word] = [words[at - 1] as Word, words[at] as Word];
  // Nearly always one space.
  if (word.start === before.end + 1) return word.joint !== 'break';
  const gap = block.text.slice(before.end, Math.min(word.start, before.end + LONGEST_GAP));
  if (GENITIVE.test(gap)) {
    const { owners, inNames } = rolesOf(language);
    // "Bargehands' Union": what many own, and no country's parliament.
    const isOfMany = OWNED_BY_MANY.test(gap) && before.capital && inNames.get(word.folded) === 'body';
    return word.capital && OWNED.test(gap) && (owners.has(before.folded) || isOfMany);
  }
  return word.joint !== 'break';
}

const LONGEST_GAP = 4;

/** "Kim Seung-kyum", and no "Lutnick-led". */
const endsWithSyllable = ({ words, language }: Reading, end: number, at: number): boolean =>
  at === end + 1 &&
  words[at]?.joint === 'hyphen' &&
  words[end]?.joint === 'space' &&
  words[end]?.capital === true &&
  (words[end] as Word).folded.length > 1 &&
  words[end - 1]?.capital === true &&
  !rolesOf(language).isSuffix((words[at] as Word).folded);

/** May the small word at `at` stand in a name that has come from the word `from` to `end`? */
function isInside({ words, language }: Reading, from: number, end: number, at: number): boolean {
  const word = words[at] as Word;
  const { titles, names } = language;
  const roles = rolesOf(language);
  if (isParticle(word) && !names.openers.has(word.folded)) return true;
  // "Gero von Wittmershagen", in a language where "von" begins sentences, too.
  if (isParticle(word) && !language.capitals.meanNames && isNobleBehind(words, from, end, at)) return true;
  if (isParticle(word) && words[at + 1]?.joint === 'hyphen') return true;
  const before = (words[end] as Word).folded;
  // "Secretary of State", a title of three words.
  if (word.folded === names.of && titles.tails.has(words[at + 1]?.folded ?? '') && titles.titleOf(before) !== null)
    return true;
  if (!roles.links.has(word.folded)) return false;
  // "Ann Bishop of Cheraw" is somebody, from somewhere.
  if (words[end]?.joint === 'space' && isGiven(words[end - 1]?.folded ?? '')) return false;
  if (at === end + 2) return language.cues.articles.has(word.folded) && roles.links.has((words[at - 1] as Word).folded);
  if (at !== end + 1 || language.cues.articles.has(word.folded)) return false;
  // "The Democratic Party of Ichiro Ozawa" is his.
  if (isGiven(words[at + 1]?.folded ?? '')) return false;
  if (roles.heads.has(before) || names.institutions.has(before)) return true;
  // "The Institute for the Study of War": where another link stands.
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

/** "Ursula von der": behind one word that is a given name stands a particle, and further on a capital. */
const isNobleBehind = (words: readonly Word[], from: number, end: number, at: number): boolean =>
  (at === end + 1 ? isGiven((words[end] as Word).folded) && end - from < MOST_TITLES : isParticle(words[at - 1])) &&
  (words[at + 1]?.capital === true || (at === end + 1 && isParticle(words[at + 1])));

const isParticle = (word: Word | undefined): boolean => ((word?.marks ?? 0) & WORD_MARK.particle) !== 0;
