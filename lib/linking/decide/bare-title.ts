import type { Candidate } from '../around/clue';
import { foldedName } from '../known/folded-name';
import { isLongDead } from '../known/long-dead';
import type { Reading } from '../read/reading';
import { storyWords } from '../read/story-words';

/** The shortest word of a name that is neither "of" nor a numeral. */
const SHORTEST = 4;

/**
 * "The [Princess of Wales]" is whoever bears the title on the day, which the tables do not say: the story must also
 * give the name. Someone who bore it long ago keeps it for good: "the Duke of Wellington".
 */
export function isBareTitle({ kind, option, span, story: { day, shelf, readings } }: Candidate): boolean {
  const { words, language } = readings[span.at] as Reading;
  const [title, of] = [words[span.first], words[span.first + 1]];
  if (kind !== 'person' || option.via !== 'form' || span.last < span.first + 2) return false;
  if (of?.folded !== language.names.of || language.titles.titleOf(title?.folded ?? '') === null) return false;
  if (isLongDead(option.ref, day, shelf)) return false;
  const own = new Set(span.folded.split(' '));
  const name = foldedName(shelf.entity(option.ref))
    .split(' ')
    .filter((word) => word.length >= SHORTEST && !own.has(word) && language.titles.titleOf(word) === null);
  const story = storyWords(readings);
  return !name.some((word) => story.has(word));
}
