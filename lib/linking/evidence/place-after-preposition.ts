import type { About, FixedClue } from '../around/clue';

/** "In Georgia". */
export const placeAfterPreposition: FixedClue = {
  name: 'placeAfterPreposition',
  speaks: 'for',
  only: { kinds: ['place'], beside: ['place-preposition'] },
  belief: 1,
  value: ({ around, kind }) => (around.afterPlacePreposition && kind === 'place' ? 1 : 0),
};

export const about: About = {
  when: 'a place right after “in”, “from”, “near”',
  example: {
    story: ['They met at a bridge in [Maryland] 36 years ago.'],
    day: '2018-09-27',
    opens: 'maryland',
    without: null,
  },
};
