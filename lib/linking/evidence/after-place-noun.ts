import type { About, FixedClue } from '../around/clue';

/** "The city of Liverpool" is not the club. */
export const afterPlaceNoun: FixedClue = {
  name: 'afterPlaceNoun',
  speaks: 'against',
  only: { words: 'one', beside: ['place-noun'] },
  belief: -4,
  value: ({ around, kind, single }) => (around.afterPlaceNoun && kind !== 'place' && single ? 1 : 0),
};

export const about: About = {
  when: 'no place, right after “the city of” and the like',
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
