import type { FixedClue } from './clue';

/** "The city of Liverpool" is no club. */
export const afterPlaceNoun: FixedClue = {
  name: 'afterPlaceNoun',
  speaks: 'against',
  when: 'no place, right after “the city of” and the like',
  value: ({ around, kind, single }) => (around.afterPlaceNoun && kind !== 'place' && single ? 1 : 0),
  example: {
    story: [
      'Bus lines were cut in the town of [Nokia] on Monday.',
      'Apple, Samsung and Microsoft sell more telephones.',
    ],
    day: '2013-01-05',
    opens: null,
    without: 'nokia',
  },
};
