import type { About, FixedClue } from '../around/clue';

/** "Recession". */
export const singleWord: FixedClue = {
  name: 'singleWord',
  speaks: 'for',
  only: { uses: ['name'], words: 'one', cases: ['any'], via: ['form'] },
  belief: 2,
  value: ({ option, single }) =>
    option.use === 'name' && option.via === 'form' && single && option.caseRule === 'any' ? 1 : 0,
};

export const about: About = {
  when: 'a name of one word in small letters',
  example: { story: ['They spoke of [inflation] all night.'], day: '2022-01-05', opens: 'inflation', without: null },
};
