import type { Reading } from '../read/reading';
import { wordAt } from '../read/reading';
import type { NamePlace } from './types';

/** Capitalised words of names with a card: such a surname alone belongs to them. */
export function linkedWords(readings: readonly Reading[], mentions: readonly NamePlace[]): ReadonlySet<string> {
  const byId = new Map(readings.map((reading) => [reading.block.id, reading]));
  const words = new Set<string>();
  for (const { block, start, end } of mentions) {
    const reading = byId.get(block);
    if (!reading) continue;
    for (let at = wordAt(reading, start); ; at++) {
      const word = reading.words[at];
      if (word === undefined || word.start >= end) break;
      if (word.capital) words.add(word.folded);
    }
  }
  return words;
}
