import { isState } from '../known/is-state';
import type { Shelf } from '../known/shelf';
import type { Reading, Word } from '../read/reading';
import { makeSpan, type Span } from './spans';

const COMMA = /^,\s+$/;
const COMMA_SIGN = 0x2c;

/** "Natick, Mass.": an abbreviation behind a town is a place of the tables too. */
export function findAbbreviatedPlaces(readings: readonly Reading[], shelf: Shelf): Span[] {
  const found: Span[] = [];
  for (const [at, { words, block, language }] of readings.entries()) {
    const { abbreviatedPlaces } = language.names;
    for (let word = 1; word < words.length; word++) {
      const { start, folded, capital } = words[word] as Word;
      const before = words[word - 1] as Word;
      if (!capital || !before.capital || block.text.charCodeAt(before.end) !== COMMA_SIGN) continue;
      // "W. Va." are two words.
      const next = words[word + 1];
      const pair = next?.capital ? abbreviatedPlaces.get(`${folded} ${next.folded}`) : undefined;
      const full = pair ?? abbreviatedPlaces.get(folded);
      if (full === undefined) continue;
      const { end } = (pair === undefined ? words[word] : next) as Word;
      // "M.D." is not Maryland: inner stops only separate the initials of two words.
      const hasStops = block.text.slice(start, end).includes('.');
      // "La Jolla" is not in Louisiana.
      const isShort = block.text[end] === '.' || hasStops;
      if (!isShort || (hasStops && !full.includes(' ')) || !COMMA.test(block.text.slice(before.end, start))) continue;
      const hits = shelf.detect(full, language.sentences.abbreviations);
      const options = hits
        .filter((hit) => hit.start === 0 && hit.end === full.length)
        .flatMap((hit) => hit.options)
        .filter(({ ref }) => isState(shelf.entity(ref)));
      const span = makeSpan(
        readings,
        at,
        start,
        end,
        options.map((option) => ({ ...option, use: 'name', via: 'spelling' })),
      );
      // The stop belongs to the name, not to a word.
      const stop = block.text[end] === '.' ? end + 1 : end;
      if (span && options.length > 0) found.push({ ...span, end: stop, surface: block.text.slice(start, stop) });
    }
  }
  return found;
}
