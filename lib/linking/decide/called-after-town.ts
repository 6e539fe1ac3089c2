import type { Candidate } from '../around/clue';
import { foldedName } from '../known/folded-name';
import { placeClass } from '../known/place-class';
import { storyWords } from '../read/story-words';

/**
 * "People in Bushehr": the town, and not the power plant that is called after it, as long as no word of the story is one of
 * what is added to the name of the town.
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
