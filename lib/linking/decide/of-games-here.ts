import { tableNames } from '../../language';
import type { Candidate } from '../around/clue';
import { LEAST_OF_ARENA } from '../read/arenas';

/** "The ICC said the board had withdrawn": in a story about games the letters are those of a body of games. */
export function isOfGamesHere({ kind, option, single, span, story: { arenas, readings, shelf } }: Candidate): boolean {
  if (kind !== 'group' || !single || option.caseRule !== 'exact' || option.via !== 'form') return false;
  const { language } = readings[span.at] ?? {};
  return (
    language?.names.gameBodies.has(span.folded) === true &&
    arenas('game') >= LEAST_OF_ARENA &&
    !tableNames.ofGames.test(shelf.entity(option.ref).gloss)
  );
}
