import type { About, FixedClue } from './clue';

/** "American Samoa" is not Samoa. */
export const demonymBeforePlace: FixedClue = {
  name: 'demonymBeforePlace',
  speaks: 'against',
  belief: -6,
  value: ({ option, kind, single, around }) =>
    kind === 'place' && single && option.use !== 'demonym' && around.afterDemonym ? 1 : 0,
};

export const about: About = {
  when: 'a place of one word right behind the adjective of a country',
  example: {
    story: ['The wave struck American [Samoa] before noon.'],
    day: '2010-10-01',
    opens: null,
    without: 'samoa',
  },
};
