import type { About, FixedClue } from '../around/clue';

/** "Iraqi". */
export const demonym: FixedClue = {
  name: 'demonym',
  speaks: 'for',
  only: { uses: ['demonym'] },
  belief: 2,
  value: ({ option }) => (option.use === 'demonym' ? 1 : 0),
};

export const about: About = {
  when: 'a word for the people of a place',
  example: { story: ['An [Iraqi] baker won.'], day: '2020-01-05', opens: 'iraq', without: null },
};
