import { rolesOf } from '../../language';
import type { Word } from '../reading';
import type { Run } from '../spellings';
import { isGiven } from './is-given';
import type { Sighting } from './sighting';
import type { Trimming } from './trim';

/** Where every noun has a capital a name is what goes on from a given name, or stands behind a title. */
export function trimNouns([from, to]: Run, { at, reading, cover }: Trimming): Sighting | null {
  const { words, language } = reading;
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
