import { genericWords, titleTerms } from '../../language';
import type { Reading, Word } from '../reading';
import type { Run } from '../spellings';
import { isGiven } from './is-given';
import type { MentionCover } from './mention-cover';
import type { Sighting } from './sighting';

export interface Trimming {
  readonly at: number;
  readonly reading: Reading;
  readonly cover: MentionCover;
  /** Is it an adjective of a country: "Turkish"? */
  readonly isDemonym: (word: string) => boolean;
}

/** What of a run of capitals may be a name: without openers, titles and adjectives of countries before it. Null where nothing is left. */
export function trim(run: Run, trimming: Trimming): Sighting | null {
  return trimming.reading.language.capitals.meanNames ? trimNames(run, trimming) : trimNouns(run, trimming);
}

function trimNames([from, to]: Run, trimming: Trimming): Sighting | null {
  const { reading, cover } = trimming;
  const { words, language, block } = reading;
  const { names, cues, roles } = language;
  const folded = (at: number): string => (words[at] as Word).folded;
  let first = from;
  let last = to;
  const isDay = (at: number): boolean => roles.noNames.has(folded(at)) && names.openers.has(folded(at));
  // "Theresa May" is no day.
  const isSurname = (at: number): boolean => language.persons.months.has(folded(at)) && isGiven(folded(at - 1));
  while (last > first && ((isDay(last) && !isSurname(last)) || !mayEnd(words[last] as Word, words[last - 1])))
    last -= 1;
  while (first < last && (isDay(first) || isOpener(words[first] as Word, reading))) first += 1;
  if (
    first < last &&
    words[first]?.initial &&
    roles.modifiers.has(folded(first)) &&
    !isTitle(folded(first), reading) &&
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
  // A shouted line, or two words of one: "BREAKING NEWS".
  if (last > first && isShouted(block.text, words, first, last)) return null;
  const [head, tail] = [words[first] as Word, words[last] as Word];
  // "St. Martin's" is a church.
  if (names.saints.has(head.folded) && /^['’]/.test(block.text.slice(tail.end, tail.end + 1))) return null;
  if (cover.touching(head.start, tail.end) !== null) return null;
  const isArticle = first < last && cues.articles.has(head.folded);
  const known = words.slice(isArticle ? first + 1 : first, last + 1).map((word) => word.folded);
  return {
    at: trimming.at,
    first,
    last,
    start: head.start,
    end: tail.end,
    key: known.join(' '),
    words: known,
    initial: first === from && head.initial,
    from: titled > begins && first === titled ? begins : first,
  };
}

/** "Kim Seung-kyum", and no "Supreme Court on". */
const mayEnd = ({ capital, joint }: Word, before: Word | undefined): boolean =>
  capital || (joint === 'hyphen' && before?.capital === true);

/** At the head of a sentence; inside of one "The" and "New" belong to the name. */
const isOpener = (word: Word, { language }: Reading): boolean =>
  word.initial && language.names.openers.has(word.folded) && !language.names.newer.has(word.folded);

/** Behind "Commerce Secretary", "Foreign Minister", and behind an office that has a card. */
function behindTitles(first: number, last: number, { reading, cover }: Trimming): number {
  const { words, language } = reading;
  const { titles, roles, names } = language;
  const office = cover.touching((words[first] as Word).start, (words[first] as Word).end);
  let behind = first;
  for (let at = first; at < last; at++) {
    const { folded } = words[at] as Word;
    const isTail =
      titles.tails.has(folded) && (words[at - 1] as Word | undefined)?.folded === names.of && at > first + 1;
    const isTrade = at === first && (words[at] as Word).initial && isTradeOnly(folded, reading);
    // "Duchess of Cambridge" is all of a name.
    const next = words[at + 1] as Word;
    if ((isTail || isTrade || isPost(folded, reading)) && (next.capital || names.particles.has(next.folded)))
      behind = at + 1;
  }
  if (office !== null && office.end < (words[last] as Word).start) {
    let at = first;
    while (at < last && (words[at] as Word).start < office.end) at += 1;
    const head = words[at - 1]?.folded ?? '';
    if (at > first && (isTitle(head, reading) || roles.kindOf(head) === 'person')) behind = Math.max(behind, at);
  }
  if (behind === first) return first;
  // "General Motors", "Justice Department", "Martin Luther King Jr".
  const { folded } = words[first] as Word;
  const isNamed =
    isGiven(folded) && (titles.titleOf(folded) === null ? !roles.ranks.has(folded) || last - first === 1 : false);
  if (
    isNamed ||
    names.generations.has((words[behind] as Word).folded) ||
    (endsAsBody(last, reading) && !isOfPerson(first, behind, reading))
  )
    return first;
  return behind;
}

/** "Judge Laura Court" is somebody; "King David Pavilion" and "Prince William County" are none. */
function isOfPerson(first: number, behind: number, { words }: Reading): boolean {
  const { folded } = words[first] as Word;
  const isRoyal = (titleTerms.his.has(folded) || titleTerms.hers.has(folded)) && !titleTerms.addresses.has(folded);
  return !isRoyal && isGiven((words[behind] as Word).folded);
}

/** A title that names a post or a rank by itself: "minister", and not "foreign". */
function isPost(folded: string, { language }: Reading): boolean {
  const { titles, roles, names } = language;
  if (roles.ranks.has(folded) || names.members.has(folded)) return true;
  return titles.titleOf(folded) !== null && roles.kindOf(folded) !== null;
}

/** "Quarterback" at the head of a sentence; "Baker Hughes" is a name. */
const isTradeOnly = (folded: string, { language: { roles, names } }: Reading): boolean =>
  roles.kindOf(folded) === 'person' && !names.ordinary.has(folded) && !isGiven(folded);

function isTitle(folded: string, { language }: Reading): boolean {
  const { titles, roles, names } = language;
  if (roles.ranks.has(folded) || names.members.has(folded)) return true;
  return titles.titleOf(folded) !== null;
}

/** "Librarian of Congress Carla Hayden": behind a post and the house of it the name begins with a given name. */
function behindHouse(from: number, first: number, last: number, reading: Reading): number {
  const { words, language } = reading;
  const { roles, cues } = language;
  if (last - first < 2 || isGiven((words[first] as Word).folded) || endsAsBody(last, reading)) return first;
  const link = cues.articles.has(words[from - 1]?.folded ?? '') ? from - 2 : from - 1;
  const [post, of] = [words[link - 1], words[link]];
  if (post === undefined || of === undefined || of.joint !== 'space' || !roles.goesOn.has(of.folded)) return first;
  if (roles.kindOf(post.folded) !== 'person') return first;
  for (let at = first + 1; at < last; at++) if (isGiven((words[at] as Word).folded)) return at;
  return first;
}

/** "Quiet Lamp Press", "Salt River". */
const endsAsBody = (last: number, { words, language: { roles, names } }: Reading): boolean => {
  const { folded } = words[last] as Word;
  return roles.inNames.has(folded) || names.institutions.has(folded) || roles.kindOf(folded) === 'place';
};

/** "American College of Radiology". */
const isLinked = (first: number, last: number, { words, language: { roles } }: Reading): boolean =>
  words.slice(first, last).some(({ folded, capital }) => !capital && roles.links.has(folded));

/** "Monday Night", "Foreign Office", "Prime Minister": words that name a thing in every country, or none. */
function isOnlyGeneral(first: number, last: number, reading: Reading): boolean {
  const { words, language } = reading;
  const { roles, names } = language;
  // "The Ever Given": inside of a sentence a capital is meant.
  const isAtHead = first === last || words[first]?.initial === true || !language.capitals.meanNames;
  for (let at = first; at <= last; at++) {
    const { folded } = words[at] as Word;
    if (isGiven(folded) && !roles.noNames.has(folded)) return false;
    const isGeneral =
      roles.noNames.has(folded) ||
      (names.openers.has(folded) && isAtHead) ||
      (language.ofTables && genericWords.has(folded)) ||
      isTitle(folded, reading) ||
      roles.links.has(folded) ||
      /^\d+$/.test(folded);
    if (!isGeneral) return false;
  }
  return true;
}

/** "Medical Director", "Managing Partner": what somebody is, and nobody's name. */
function isOnlyPost(first: number, last: number, { words, language }: Reading): boolean {
  const { roles, names, titles } = language;
  const { folded } = words[last] as Word;
  if (last === first || names.ordinary.has(folded)) return false;
  const role = roles.kindOf(folded);
  if (role !== 'person' && role !== 'any') return false;
  return words
    .slice(first, last)
    .every(
      (word) =>
        roles.modifiers.has(word.folded) || titles.titleOf(word.folded) !== null || roles.links.has(word.folded),
    );
}

const LOUD = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u;

/** Two words and more, all of them in capitals alone: "BREAKING NEWS". */
function isShouted(text: string, words: readonly Word[], first: number, last: number): boolean {
  for (let at = first; at <= last; at++) {
    const { start, end } = words[at] as Word;
    if (!LOUD.test(text.slice(start, end))) return false;
  }
  return true;
}

/** Where every noun has a capital a name is what goes on from a given name, or stands behind a title. */
function trimNouns([from, to]: Run, { at, reading, cover }: Trimming): Sighting | null {
  const { words, language } = reading;
  const { names, roles } = language;
  const isRole = (word: number): boolean => {
    const it = words[word];
    return it !== undefined && it.capital && roles.kindOf(it.folded) !== null;
  };
  const isNoun = ({ folded, capital }: Word, before: Word | undefined): boolean =>
    capital &&
    (roles.noNames.has(folded) ||
      names.openers.has(folded) ||
      names.ordinary.has(folded) ||
      (before?.joint !== 'hyphen' && !names.joinsBefore(folded, 'person', before?.folded ?? null)));
  let first = from;
  while (first < to && names.openers.has((words[first] as Word).folded)) first += 1;
  let titles = first;
  for (let word = first; word < to; word++) {
    if (isGiven((words[word] as Word).folded)) break;
    if (isRole(word)) titles = word + 1;
  }
  const begins = first;
  first = titles;
  let given = first;
  while (given < to && !isGiven((words[given] as Word).folded)) given += 1;
  if (titles === begins && given < to) first = given;
  let last = first;
  const goesOn = (next: number): boolean => {
    const word = words[next] as Word;
    // Behind a given name stands a surname, whatever it means: "Klaus-Dieter Wahrendorf".
    const isFirst = words.slice(first + 1, next).every(({ joint }) => joint === 'hyphen');
    if (isFirst && isGiven((words[first] as Word).folded))
      return !roles.noNames.has(word.folded) && !names.openers.has(word.folded);
    return !isNoun(word, words[next - 1]) && (word.joint === 'hyphen' || !isRole(next));
  };
  while (last < to && goesOn(last + 1)) last += 1;
  while (last < to && roles.inNames.has((words[last + 1] as Word).folded)) last += 1;
  while (last > first && !(words[last] as Word).capital) last -= 1;
  const [head, tail] = [words[first] as Word, words[last] as Word];
  if (head.folded.length < 3 && first === last) return null;
  if (isRole(first) && first === last) return null;
  if (roles.noNames.has(head.folded) || names.openers.has(head.folded)) return null;
  if (first === last && isNoun(head, undefined)) return null;
  if (cover.touching(head.start, tail.end) !== null) return null;
  const known = words.slice(first, last + 1).map(({ folded }) => folded);
  return {
    at,
    first,
    last,
    start: head.start,
    end: tail.end,
    key: known.join(' '),
    words: known,
    initial: first === from && head.initial,
    from: titles > begins ? begins : first,
  };
}
