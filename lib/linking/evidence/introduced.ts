import type { FixedClue } from './clue';

/** "Popular Mobilization Force (PMF)". */
export const introduced: FixedClue = {
  name: 'introduced',
  speaks: 'for',
  belief: 3,
  when: 'an acronym that the story itself explains',
  value: ({ option }) => (option.via === 'story' ? 1 : 0),
  example: {
    story: ['The Quds Force (QF) has nothing to do with trout.', 'The [QF] sent it by mistake.'],
    day: '2018-06-14',
    opens: 'quds-force',
    without: null,
  },
};
