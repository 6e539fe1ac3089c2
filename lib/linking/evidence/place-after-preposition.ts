import type { FixedClue } from './clue';

/** "In Georgia". */
export const placeAfterPreposition: FixedClue = {
  name: 'placeAfterPreposition',
  speaks: 'for',
  when: 'a place right after “in”, “from”, “near”',
  value: ({ around, kind }) => (around.afterPlacePreposition && kind === 'place' ? 1 : 0),
  example: {
    story: ['Arizona waits for rain.', 'It fell in [Phoenix].'],
    day: '2012-01-05',
    opens: 'phoenix-arizona',
    without: null,
  },
};
