import type { About, FixedClue } from '../around/clue';

/** A name of two or more words seldom means anything else. */
export const longName: FixedClue = {
  name: 'longName',
  speaks: 'for',
  only: { uses: ['name'], words: 'many', cases: ['initial', 'exact'], via: ['form'] },
  belief: 3,
  value: ({ option, single }) =>
    option.use === 'name' && option.via === 'form' && !single && option.caseRule !== 'any' ? 1 : 0,
};

export const about: About = {
  when: 'a name of two words and more',
  example: { story: ['[Scott Bessent] took the stairs.'], day: '2025-03-01', opens: 'scott-bessent', without: null },
};
