import type { About, FixedClue } from './clue';

/** "In Georgia". */
export const placeAfterPreposition: FixedClue = {
  name: 'placeAfterPreposition',
  speaks: 'for',
  only: { kinds: ['place'] },
  belief: 1,
  value: ({ around, kind }) => (around.afterPlacePreposition && kind === 'place' ? 1 : 0),
};

export const about: About = {
  when: 'a place right after “in”, “from”, “near”',
  example: {
    story: ['Arizona waits for rain.', 'It fell in [Phoenix].'],
    day: '2012-01-05',
    opens: 'phoenix-arizona',
    without: null,
  },
};
