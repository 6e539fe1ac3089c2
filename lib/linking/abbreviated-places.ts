import { isState } from './is-state';
import type { Reading, Word } from './reading';
import type { Shelf } from './shelf';
import { makeSpan, type Span } from './spans';

const COMMA = /^,\s+$/;

/** "Natick, Mass.": what stands shortened behind a town is a place of the tables, too. */
export function findAbbreviatedPlaces(readings: readonly Reading[], shelf: Shelf): Span[] {
  const found: Span[] = [];
  for (const [at, { words, block, language }] of readings.entries()) {
    const { abbreviatedPlaces } = language.names;
    for (let word = 1; word < words.length; word++) {
      const { start, end, folded, capital } = words[word] as Word;
      const before = words[word - 1] as Word;
      const full = capital && before.capital ? abbreviatedPlaces.get(folded) : undefined;
      if (full === undefined) continue;
      // "La Jolla" is not in Louisiana.
      const isShort = block.text[end] === '.' || block.text.slice(start, end).includes('.');
      if (!isShort || !COMMA.test(block.text.slice(before.end, start))) continue;
      const hits = shelf.detect(full, language.sentences.abbreviations);
      const options = hits
        .filter((hit) => hit.start === 0 && hit.end === full.length)
        .flatMap((hit) => hit.options)
        .filter(({ ref }) => isState(shelf.entity(ref)));
      const stop = block.text[end] === '.' ? end + 1 : end;
      const span = makeSpan(
        readings,
        at,
        start,
        stop,
        options.map((option) => ({ ...option, use: 'name', via: 'spelling' })),
      );
      if (span && options.length > 0) found.push(span);
    }
  }
  return found;
}
