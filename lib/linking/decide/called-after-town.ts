import type { Candidate } from '../around/clue';
import { foldedName } from '../known/folded-name';
import { placeClass } from '../known/place-class';
import { storyWords } from '../read/story-words';

/**
 * "People in Bushehr" means the town, not the power plant named after it, unless the story uses one of the plant's
 * other words.
 */
export function isTownItself({ kind, option, span, story: { shelf, readings } }: Candidate): boolean {
  if (kind !== 'place' || option.use !== 'company' || option.via !== 'form') return false;
  const name = foldedName(shelf.entity(option.ref));
  if (
    name[span.folded.length] !== ' ' ||
    !name.startsWith(span.folded) ||
    placeClass(shelf.entity(option.ref)) === 'town'
  )
    return false;
  const isTown = span.options.some(({ ref }) => {
    const head = shelf.entity(ref);
    return ref !== option.ref && placeClass(head) === 'town' && foldedName(head) === span.folded;
  });
  if (!isTown) return false;
  const added = name.slice(span.folded.length + 1).split(' ');
  const words = storyWords(readings);
  return !added.some((word) => words.has(word));
}
