import { rolesOf } from '../../language';
import type { WordRun } from '../find/spellings';
import type { Reading, Word } from '../read/reading';
import { behindTitles, isTitleWord } from './behind-titles';
import { endsAsBody, isLinked } from './body-names';
import { isGiven } from './is-given';
import { makeSighting } from './make-sighting';
import { isOnlyGeneral, isOnlyPost, isShouted } from './no-names';
import type { Occurrence } from './sighting';
import type { Trimming } from './trim';

/** For languages where only names are capitalised in mid-sentence. */
export function trimNames([from, to]: WordRun, trimming: Trimming): Occurrence | null {
  const { reading, cover } = trimming;
  const { words, language, block } = reading;
  const { names, cues } = language;
  const roles = rolesOf(language);
  const folded = (at: number): string => (words[at] as Word).folded;
  let first = from;
  let last = to;
  const isDay = (at: number): boolean => roles.noNames.has(folded(at)) && names.openers.has(folded(at));
  // "Theresa May" is not a date.
  const isSurname = (at: number): boolean => language.persons.months.has(folded(at)) && isGiven(folded(at - 1));
  // "Evelyn Marchbanks KC".
  const isDegree = (at: number): boolean =>
    roles.degrees.test(block.text.slice((words[at] as Word).start, (words[at] as Word).end));
  while (
    last > first &&
    ((isDay(last) && !isSurname(last)) ||
      (last - first > 1 && isDegree(last) && isGiven(folded(last - 2))) ||
      !mayEnd(words[last] as Word, words[last - 1]))
  )
    last -= 1;
  while (first < last && (isDay(first) || isOpener(words[first] as Word, reading))) first += 1;
  if (
    first < last &&
    words[first]?.initial &&
    roles.modifiers.has(folded(first)) &&
    !isTitleWord(folded(first), reading) &&
    isGiven(folded(first + 1))
  )
    first += 1;
  // "Selon Marie-Claude Deschazeaux", in a language without word lists.
  if (
    last - first > 1 &&
    language.capitals.doubted &&
    words[first]?.initial &&
    !isGiven(folded(first)) &&
    isGiven(folded(first + 1))
  )
    first += 1;
  const begins = first;
  first = behindTitles(first, last, trimming);
  const titled = first;
  while (
    first < last &&
    trimming.isDemonym(folded(first)) &&
    !endsAsBody(last, reading) &&
    !isLinked(first, last, reading) &&
    !isGiven(folded(first))
  )
    first += 1;
  while (first < last && roles.prefixes.has(folded(first)) && words[first + 1]?.joint === 'hyphen') first += 1;
  first = behindHouse(from, first, last, reading);
  if (first > last || isOnlyGeneral(first, last, reading) || isOnlyPost(first, last, reading)) return null;
  if (
    first === last &&
    (folded(first).length < 3 || roles.inNames.has(folded(first)) || trimming.isDemonym(folded(first)))
  )
    return null;
  // "Rep. Richard Lindsey, D-Centre".
  if (
    language.persons.standsFor.test(` (${block.text.slice((words[first] as Word).start, (words[last] as Word).end)})`)
  )
    return null;
  // A shouted line or two words of one: "BREAKING NEWS".
  if (last > first && isShouted(block.text, words, first, last)) return null;
  const [head, tail] = [words[first] as Word, words[last] as Word];
  // "St. Martin's" is a church.
  if (names.saints.has(head.folded) && /^['’]/.test(block.text.slice(tail.end, tail.end + 1))) return null;
  if (cover.touching(head.start, tail.end) !== null) return null;
  const isArticle = first < last && cues.articles.has(head.folded);
  const titles = titled > begins && first === titled ? begins : first;
  return makeSighting(trimming, { run: [from, to], name: [first, last], titles, isArticle });
}

/** "Kim Seung-kyum", but not "Supreme Court on". */
const mayEnd = ({ capital, joint }: Word, before: Word | undefined): boolean =>
  capital || (joint === 'hyphen' && before?.capital === true);

/** At the start of a sentence; elsewhere "The" and "New" belong to the name. */
const isOpener = (word: Word, { language }: Reading): boolean =>
  word.initial && language.names.openers.has(word.folded) && !language.names.newer.has(word.folded);

/** "Librarian of Congress Carla Hayden": behind a post and its institution the name begins with a given name. */
function behindHouse(from: number, first: number, last: number, reading: Reading): number {
  const { words, language } = reading;
  const { cues } = language;
  const roles = rolesOf(language);
  if (last - first < 2 || isGiven((words[first] as Word).folded) || endsAsBody(last, reading)) return first;
  const link = cues.articles.has(words[from - 1]?.folded ?? '') ? from - 2 : from - 1;
  const [post, of] = [words[link - 1], words[link]];
  if (post === undefined || of === undefined || of.joint !== 'space' || !roles.goesOn.has(of.folded)) return first;
  if (roles.kindOf(post.folded) !== 'person') return first;
  for (let at = first + 1; at < last; at++) if (isGiven((words[at] as Word).folded)) return at;
  return first;
}
