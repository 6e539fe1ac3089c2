import type { About, FixedClue } from '../around/clue';
import { isDuel } from '../around/duel';
import { isSide } from '../around/side-of-game';
import { takesPlural } from '../around/takes-plural';
import { TOLD_OF_GAME } from './place-that-plays';

/** "Real Madrid play Liverpool tonight": the club, not the city. */
export const teamThatPlays: FixedClue = {
  name: 'teamThatPlays',
  speaks: 'for',
  only: { kinds: ['team'] },
  belief: 2,
  value: ({ option, kind, span, story: { arenas, readings } }) => {
    const reading = readings[span.at];
    if (kind !== 'team' || option.use === 'name' || !reading) return 0;
    return takesPlural(span, reading) ||
      isDuel(span, reading) ||
      (arenas('game') >= TOLD_OF_GAME && isSide(span, reading, readings))
      ? 1
      : 0;
  },
};

export const about: About = {
  when: 'a team by a name that needs company, beside a word of who plays, or with a verb in the plural',
  example: {
    story: ['The goalkeeper saved a penalty in the final. [Chelsea] have won it six times.'],
    day: '2022-05-28',
    opens: 'chelsea-fc',
    without: null,
  },
};
