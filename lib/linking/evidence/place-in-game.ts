import type { About, FixedClue } from './clue';

/** In a story that tells results, "Ireland" is who plays; "in Rome" is still where. */
export const placeInGame: FixedClue = {
  name: 'placeInGame',
  speaks: 'against',
  value: ({ option, single, kind, around, story: { scores } }) =>
    kind === 'place' && single && option.use === 'name' && !around.afterPlacePreposition ? Math.log1p(scores) : 0,
};

export const about: About = {
  when: 'ln(1 + results of games in the story), for a place of one word that is not behind “in”, “from”, “near”',
  example: {
    story: [
      'It ended 23-16, as it had in March; the others were 12-9, 31-24, 17-3 and 40-22.',
      '[Ireland] scored late.',
    ],
    day: '2015-03-14',
    opens: null,
    without: 'ireland',
  },
};
