import type { Option, Shelf } from '../known/shelf';
import type { Reading, Word } from '../read/reading';
import { WORD_MARK } from '../read/word-marks';
import { makeSpan, orderOf, type Span } from './spans';
import { type Cover, isDemonym } from './surroundings';

/** A respelt one-word name needs so many letters to mean anything. */
const SHORTEST_SINGLE = 5;
const MOST_WORDS = 7;
/** Different names looked up per story, so that a page of 1 MB cannot look up every capitalised word. */
const MOST_LOOKUPS = 2_000;

/** Per block; a headline in title case has none. */
export const runsOfCapitals = (
  readings: readonly Reading[],
  covers: readonly Cover[],
): readonly (readonly WordRun[])[] =>
  readings.map((reading, at) => (reading.titled ? [] : capitalRuns(reading, covers[at])));

/**
 * Runs of capitals that no form explains, looked up by their transliteration skeleton. The results are only candidates:
 * a full match of several words counts as a name, a single word only as a short form, which needs the full name in the
 * story or an office in front.
 */
export function findSpellings(
  readings: readonly Reading[],
  runs: readonly (readonly WordRun[])[],
  known: readonly Span[],
  shelf: Shelf,
): Span[] {
  const exact = new Set<number>();
  for (const { at, first, last, options } of known)
    if (last - first < MOST_WORDS && options.some((option) => option.use === 'name'))
      exact.add(runKey(at, first, last));
  const answers = new Map<string, readonly Option[]>();
  const found: Span[] = [];

  const ask = (name: string): readonly Option[] => {
    const answer = answers.get(name);
    if (answer) return answer;
    if (answers.size >= MOST_LOOKUPS) return [];
    const fresh = shelf.similar(name).filter((option) => option.use === 'name' || option.use === 'short');
    answers.set(name, fresh);
    return fresh;
  };

  for (const [at, reading] of readings.entries()) {
    const { words, language } = reading;
    for (const [from, to] of runs[at] ?? []) {
      if (to - from >= MOST_WORDS || exact.has(runKey(at, from, to))) continue;
      let bones = 0;
      for (let word = from; word <= to; word++) if (!isParticle(words[word])) bones += 1;
      const single = bones < 2;
      // Where every noun is capitalised, one word is not enough.
      if (single && !language.capitals.meanNames) continue;
      const bare = makeSpan(readings, at, (words[from] as Word).start, (words[to] as Word).end, []);
      if (!bare || (single && bare.folded.length < SHORTEST_SINGLE)) continue;
      const options = ask(bare.surface)
        .filter((option) => single || option.use === 'name')
        .map((option): Option => ({ ...option, use: single ? 'short' : 'name' }));
      if (options.length > 0) found.push({ ...bare, options });
    }
  }
  return found;
}

const runKey = (at: number, from: number, to: number): number => orderOf(at, from) * MOST_WORDS + (to - from);

/** First and last word number. */
export type WordRun = readonly [number, number];

/** Longest runs of capitalised words, including particles between them, without titles, openers and demonyms. */
export function capitalRuns({ words }: Reading, cover: Cover | undefined): WordRun[] {
  const runs: WordRun[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    if (!word.capital && !(isParticle(word) && words[at + 1]?.joint === 'hyphen')) continue;
    let end = at;
    let next = at + 1;
    for (; next < words.length && words[next]?.joint !== 'break'; next++) {
      if (words[next]?.capital) end = next;
      else if (!isParticle(words[next])) break;
    }
    let start = at;
    while (start < end && leaveOff(words[start] as Word, start, cover)) start += 1;
    if (words[end]?.capital && !(start === end && leaveOff(words[start] as Word, start, cover)))
      runs.push([start, end]);
    // None of these particles leads to a capital, so "al-al-al-" is passed over once.
    at = next - 1;
  }
  return runs;
}

function leaveOff(word: Word, at: number, cover: Cover | undefined): boolean {
  if (isParticle(word)) return false;
  return (word.marks & (WORD_MARK.opener | WORD_MARK.title)) !== 0 || isDemonym(cover, at);
}

const isParticle = (word: Word | undefined): boolean => ((word?.marks ?? 0) & WORD_MARK.particle) !== 0;
