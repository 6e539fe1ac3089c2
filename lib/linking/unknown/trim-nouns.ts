import { rolesOf } from '../../language';
import type { WordRun } from '../find/spellings';
import type { Word } from '../read/reading';
import { isGiven } from './is-given';
import { makeSighting } from './make-sighting';
import type { Occurrence } from './sighting';
import type { Trimming } from './trim';

/** For languages that capitalise every noun: a name starts at a given name or follows a title. */
export function trimNouns([from, to]: WordRun, trimming: Trimming): Occurrence | null {
  const { reading, cover } = trimming;
  const { words, language, block } = reading;
  const { names } = language;
  const roles = rolesOf(language);
  const isRole = (word: number): boolean => {
    const it = words[word];
    return it?.capital === true && roles.kindOf(it.folded) !== null;
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
    const { folded } = words[word] as Word;
    // "Universität Karlshöft" is a complete name.
    if (isGiven(folded) || roles.heads.has(folded)) break;
    if (isRole(word)) titles = word + 1;
  }
  const begins = first;
  first = titles;
  let given = first;
  while (given < to && !isGiven((words[given] as Word).folded)) given += 1;
  const isHouse = roles.heads.has((words[first] as Word).folded);
  if (titles === begins && given < to && !isHouse) first = given;
  let last = first;
  const isNoble = (word: Word): boolean => !word.capital && names.particles.has(word.folded);
  const goesOn = (next: number): boolean => {
    const word = words[next] as Word;
    const isNamed = isGiven((words[first] as Word).folded);
    // "Ursula von der Leyen".
    if (isNamed && (isNoble(word) || isNoble(words[next - 1] as Word))) return true;
    // After a given name comes a surname, whatever it means: "Klaus-Dieter Wahrendorf"; after "Universität" a town.
    const isFirst = words.slice(first + 1, next).every(({ joint }) => joint === 'hyphen');
    if (isFirst && (isNamed || isHouse)) return !roles.noNames.has(word.folded) && !names.openers.has(word.folded);
    // After a title the second word is a surname, though it may end like a trade or place: "Ministerin Annelore
    // Stoiberg".
    const isOther = titles > begins && next === first + 1 ? roles.isPost(word.folded) : isRole(next);
    return !isNoun(word, words[next - 1]) && (word.joint === 'hyphen' || !isOther);
  };
  while (last < to && goesOn(last + 1)) last += 1;
  while (last < to && roles.inNames.has((words[last + 1] as Word).folded)) last += 1;
  while (last > first && !(words[last] as Word).capital) last -= 1;
  const [head, tail] = [words[first] as Word, words[last] as Word];
  if (head.folded.length < 3 && first === last) return null;
  if (isHouse && first === last) return null;
  if (roles.noNames.has(head.folded) || names.openers.has(head.folded)) return null;
  if (first === last && isNoun(head, undefined)) return null;
  if (cover.touching(head.start, tail.end) !== null) return null;
  // "Landesvorsitzender Jost von der Heyde", "Ministerpräsident Weil von der SPD": cannot be told apart.
  if (first === last && titles > begins && isNoble(words[last + 1] ?? head)) return null;
  // "Der Verein Lichter für Elf": the name after the noun has no visible end.
  const isBody = titles > begins && roles.kindOf((words[titles - 1] as Word).folded) === 'body';
  const isEnded = !(words[last + 1]?.capital === true && words[last + 1]?.joint === 'space');
  if (isBody && !isEnded) return null;
  if (isBody && first === last && roles.unended.test(block.text.slice(tail.end, tail.end + 12))) return null;
  const front = titles > begins ? begins : first;
  const sighting = makeSighting(trimming, { run: [from, to], name: [first, last], titles: front, isArticle: false });
  return first === last && isRole(first) ? { ...sighting, isShort: true } : sighting;
}
