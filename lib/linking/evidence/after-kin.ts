import type { About, FixedClue } from './clue';

/** "My sister Georgia". */
export const afterKin: FixedClue = {
  name: 'afterKin',
  speaks: 'against',
  value: ({ around, kind, single }) => (around.afterKin && kind !== 'person' && single ? 1 : 0),
};

export const about: About = {
  when: 'one word, no person, right after “sister”, “friend”',
  example: {
    story: ['The tent was held by her brother [Chad] alone.'],
    day: '2018-03-02',
    opens: null,
    without: 'chad',
  },
};
