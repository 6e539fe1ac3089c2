import type { FixedClue } from './clue';

/** "American Samoa" is not Samoa. */
export const demonymBeforePlace: FixedClue = {
  name: 'demonymBeforePlace',
  speaks: 'against',
  belief: -6,
  when: 'a place of one word right behind the adjective of a country',
  value: ({ option, kind, single, around }) =>
    kind === 'place' && single && option.use !== 'demonym' && around.afterDemonym ? 1 : 0,
  example: {
    story: ['The wave struck American [Samoa] before noon.'],
    day: '2010-10-01',
    opens: null,
    without: 'samoa',
  },
};
