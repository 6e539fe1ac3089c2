import type { About, FixedClue } from './clue';
import { TOLD_OF_GAME } from './place-that-plays';

/** In a story of games "Barcelona" is the club of that name. */
export const teamInGame: FixedClue = {
  name: 'teamInGame',
  speaks: 'for',
  value: ({ option, kind, around, story: { arenas } }) =>
    kind === 'team' && option.use !== 'name' && !around.afterPlacePreposition
      ? Math.log1p(Math.max(0, arenas('game') - TOLD_OF_GAME))
      : 0,
};

export const about: About = {
  when: 'ln(1 + how far the story is more of games than one that has a few of their words), for a team by a name that needs company, not behind “in”, “from”, “near”',
  example: {
    story: [
      'UEFA fined Real Madrid. The referee blew for half-time, the goalkeeper sat down, and the fans of both teams asked for the coach.',
      'It is a bus that [Liverpool] bought.',
    ],
    day: '2022-05-28',
    opens: 'liverpool-fc',
    without: null,
  },
};
