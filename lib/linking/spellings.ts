import type { Language } from '../language';
import { skeleton } from '../text';
import type { Reading, Word } from './reading';
import type { Option, Shelf } from './shelf';
import { makeSpan, type Span } from './spans';
import type { Cover } from './surroundings';

/** A name of one word in another spelling must have this many letters to say anything. */
const SHORTEST_SINGLE = 5;
const MOST_WORDS = 7;
/** So many different names a story may ask for; a page of 1 MB must not ask for all its capitals. */
const MOST_LOOKUPS = 2_000;

/**
 * Runs of capitals that no form explains whole, looked up by their transliteration skeleton. What comes back is a
 * candidate only: a name of several words whose skeleton agrees whole counts as a name, one word only as a short
 * form, which needs the full name in the story or an office in front.
 */
export function findSpellings(
  readings: readonly Reading[],
  covers: readonly Cover[],
  known: readonly Span[],
  shelf: Shelf,
): Span[] {
  const exact = new Set(known.filter((span) => span.options.some((option) => option.use === 'name')).map(placeKey));
  const answers = new Map<string, readonly Option[]>();
  const found: Span[] = [];

  const ask = (name: string): readonly Option[] => {
    const answer = answers.get(name);
    if (answer) return answer;
    if (answers.size >= MOST_LOOKUPS || skeleton(name) === null) return [];
    const fresh = shelf.similar(name).filter((option) => option.use === 'name' || option.use === 'short');
    answers.set(name, fresh);
    return fresh;
  };

  for (const [at, reading] of readings.entries()) {
    if (reading.titled) continue;
    for (const [from, to] of capitalRuns(reading, covers[at])) {
      const first = reading.words[from] as Word;
      const last = reading.words[to] as Word;
      const bare = to - from < MOST_WORDS && makeSpan(readings, at, first.start, last.end, []);
      if (!bare || exact.has(placeKey(bare))) continue;
      const single = bones(bare.folded, reading.language) < 2;
      if (single && bare.folded.length < SHORTEST_SINGLE) continue;
      // Where every noun has a capital, one word is too little.
      if (single && !reading.language.capitals.meanNames) continue;
      const options = ask(bare.surface)
        .filter((option) => single || option.use === 'name')
        .map((option): Option => ({ ...option, use: single ? 'short' : 'name' }));
      if (options.length > 0) found.push({ ...bare, options });
    }
  }
  return found;
}

/** Longest runs of capitalised words with the particles between them, titles, openers and demonyms left off. */
export function capitalRuns(reading: Reading, cover: Cover | undefined): Array<readonly [number, number]> {
  const { words, language } = reading;
  const { particles } = language.names;
  const runs: Array<readonly [number, number]> = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    if (!word.capital && !(particles.has(word.folded) && words[at + 1]?.joint === 'hyphen')) continue;
    let end = at;
    let next = at + 1;
    for (; next < words.length && words[next]?.joint !== 'break'; next++) {
      if (words[next]?.capital) end = next;
      else if (!particles.has(words[next]?.folded ?? '')) break;
    }
    let start = at;
    while (start < end && leaveOff(words[start] as Word, start, language, cover)) start += 1;
    if (words[end]?.capital && !(start === end && leaveOff(words[start] as Word, start, language, cover)))
      runs.push([start, end]);
    // None of the particles behind it has a capital to lead to: "al-al-al-" is gone through once.
    at = next - 1;
  }
  return runs;
}

function leaveOff({ folded }: Word, at: number, { names, titles }: Language, cover: Cover | undefined): boolean {
  if (names.particles.has(folded)) return false;
  return names.openers.has(folded) || titles.titleOf(folded) !== null || cover?.demonym[at] === 1;
}

const bones = (folded: string, { names }: Language): number =>
  folded.split(' ').filter((word) => !names.particles.has(word)).length;
const placeKey = (span: Span): string => `${span.at}:${span.first}:${span.last}`;
