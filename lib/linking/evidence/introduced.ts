import type { About, FixedClue } from './clue';

/** "Popular Mobilization Force (PMF)". */
export const introduced: FixedClue = {
  name: 'introduced',
  speaks: 'for',
  belief: 3,
  value: ({ option }) => (option.via === 'story' ? 1 : 0),
};

export const about: About = {
  when: 'an acronym that the story itself explains',
  example: {
    story: ['The Quds Force (QF) has nothing to do with trout.', 'The [QF] sent it by mistake.'],
    day: '2018-06-14',
    opens: 'quds-force',
    without: null,
  },
};
