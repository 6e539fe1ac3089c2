import { tableNames } from '../../language';
import type { About, FixedClue } from '../around/clue';
import { isDuel } from '../around/duel';
import { isInBrackets, isSide } from '../around/side-of-game';
import { isCountry } from '../known/is-country';
import { isOfHead } from '../known/known-of-head';
import { hasScoreBeside } from '../read/scores';

/** From this weight on, "beat", "lost" and "captain" belong to a game. */
export const TOLD_OF_GAME = 3.3;

/** "Kansas State lost to Missouri", "England's bowlers": the team named after the place. */
export const placeThatPlays: FixedClue = {
  name: 'placeThatPlays',
  speaks: 'against',
  only: { kinds: ['place'] },
  belief: -5.5,
  value: ({ option, kind, span, story: { arenas, readings, shelf } }) => {
    const reading = readings[span.at];
    if (kind !== 'place' || option.use === 'demonym' || !reading) return 0;
    if (isVenue(shelf.entity(option.ref))) return 0;
    const told = arenas('game') >= TOLD_OF_GAME || hasScoreBeside(reading.block.text, span.start, span.end);
    if (isDuel(span, reading) || (told && isSide(span, reading, readings))) return 1;
    // A country in brackets is somebody's own.
    return told && isInBrackets(span, reading) && !isCountry(shelf.entity(option.ref)) ? 1 : 0;
  },
};

const isVenue = isOfHead(({ gloss }) => tableNames.venues.test(gloss));

export const about: About = {
  when: 'a place beside a word of who plays (“beat”, “lost to”, “captain”, “match at”, “signed from”) or in brackets behind a name, in a story that has words of a game, or with a result behind it, or where the words beside it tell of a game by themselves: “lost at home to”',
  example: {
    story: [
      'The match was won in the last minute, said the coach of the team.',
      'They had lost at home to [Detroit] in May.',
    ],
    day: '2004-01-21',
    opens: null,
    without: 'detroit',
  },
};
