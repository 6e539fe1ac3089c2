import { isBare } from '../around/bare-name';
import type { About, FixedClue } from '../around/clue';

/** From this weight on, a story is about little but games. */
export const OF_GAMES = 5;

/** In a story about games "Ireland" is a team; "in Rome" is still a place. */
export const placeInGame: FixedClue = {
  name: 'placeInGame',
  speaks: 'against',
  only: { kinds: ['place'], beside: ['arena'] },
  belief: -2,
  value: ({ option, kind, span, story: { arenas, readings } }) => {
    // "TUSCALOOSA, Ala."
    if (kind !== 'place' || option.use === 'demonym' || option.via === 'spelling') return 0;
    const reading = readings[span.at];
    const beyond = arenas('game') - OF_GAMES;
    return reading && beyond > 0 && isBare(span, reading) ? Math.log1p(beyond) : 0;
  },
};

export const about: About = {
  when: 'ln(1 + how far the story is more of games than most), for a place with nothing beside it that shows a place',
  example: {
    story: [
      'The referee blew for half-time with the score at 23-16, as it had been in March; the others were 12-9, 31-24 and 17-3.',
      '[Ireland] waited.',
    ],
    day: '2015-03-14',
    opens: null,
    without: 'ireland',
  },
};
