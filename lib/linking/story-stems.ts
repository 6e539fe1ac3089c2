import { languageOf } from '../language';
import { stems } from '../text';
import type { Reading, Word } from './reading';
import type { Story } from './types';

/** The stems of what a story says, here and in earlier batches of the visit. */
export interface StoryStems {
  /** In the order in which they stand there, each with its number in it. */
  readonly numbers: ReadonlyMap<number, number>;
  /** The first word of the blocks that has the stem, as it stands there. */
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
  /** By the number of a stem. */
  const first: (Word | undefined)[] = [];
  const readingOf: (Reading | undefined)[] = [];
  for (const reading of readings) {
    for (const word of reading.words) {
      const { stem } = word.traits;
      if (stem === null) continue;
      const number = put(stem);
      if (first[number] !== undefined) continue;
      first[number] = word;
      readingOf[number] = reading;
    }
  }
  return {
    numbers,
    wordOf(stem) {
      const number = numbers.get(stem) ?? -1;
      const word = first[number];
      return word === undefined ? null : (readingOf[number]?.block.text.slice(word.start, word.end) ?? null);
    },
  };
}
