import { isPiece } from '../find/surroundings';
import type { Candidate } from './clue';

/** Is it only part of a longer name, with an unknown capitalised word right before or behind it? */
export function standsInName({ option, span, around, kind, story }: Candidate): boolean {
  const reading = story.readings[span.at];
  if (option.via === 'story' || !reading || !(around.strangerBefore || around.strangerAfter)) return false;
  return isPiece(span, { ...around, headBefore: null }, kind, option.use === 'demonym', reading);
}
