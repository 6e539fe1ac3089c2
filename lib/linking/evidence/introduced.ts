import type { About, FixedClue } from '../around/clue';

/** "Popular Mobilization Force (PMF)". */
export const introduced: FixedClue = {
  name: 'introduced',
  speaks: 'for',
  only: { via: ['story'] },
  belief: 3,
  value: ({ option }) => (option.via === 'story' ? 1 : 0),
};

export const about: About = {
  when: 'an acronym that the story itself explains',
  example: {
    story: ['Amnesty International (AIN) moved its desk.', 'The [AIN] lost a chair.'],
    day: '2018-06-14',
    opens: 'amnesty-international',
    without: null,
  },
};
