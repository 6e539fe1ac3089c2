import { languageOf } from '../../language';
import { stems } from '../../text';
import type { Story } from '../types';
import { NO_STEM, type Reading } from './reading';

/** The stems in a story, here and in earlier batches of the visit. */
export interface StoryStems {
  /** In text order, each with its number. */
  readonly numbers: ReadonlyMap<number, number>;
  /** The first word with that stem in these blocks, as written. */
  wordOf(stem: number): string | null;
}

export function readStems(story: Story, readings: readonly Reading[]): StoryStems {
  const numbers = new Map<number, number>();
  const put = (stem: number): number => {
    const known = numbers.get(stem);
    if (known !== undefined) return known;
    numbers.set(stem, numbers.size);
    return numbers.size - 1;
  };
  for (const stem of story.memory?.stems ?? []) put(stem);
  for (const stem of stems(story.title, languageOf(story.language).stem)) put(stem);
  /** By stem number. */
  const firstOf: (number | undefined)[] = [];
  const readingOf: (Reading | undefined)[] = [];
  for (const reading of readings) {
    const { stems } = reading;
    for (let word = 0; word < stems.length; word++) {
      const stem = stems[word] as number;
      if (stem === NO_STEM) continue;
      const number = put(stem);
      if (firstOf[number] !== undefined) continue;
      firstOf[number] = word;
      readingOf[number] = reading;
    }
  }
  return {
    numbers,
    wordOf(stem) {
      const number = numbers.get(stem) ?? -1;
      const reading = readingOf[number];
      const word = reading?.words[firstOf[number] ?? -1];
      return reading && word ? reading.block.text.slice(word.start, word.end) : null;
    },
  };
}
