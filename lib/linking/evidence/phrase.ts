import type { About, FixedClue } from '../around/clue';

/** "Proxy war". */
export const phrase: FixedClue = {
  name: 'phrase',
  speaks: 'for',
  only: { uses: ['name'], words: 'many', cases: ['any'], via: ['form'] },
  belief: 3,
  value: ({ option, single }) =>
    option.use === 'name' && option.via === 'form' && !single && option.caseRule === 'any' ? 1 : 0,
};

export const about: About = {
  when: 'a name of two words and more that is written in small letters',
  example: {
    story: ['Nobody wants a [proxy war] on the river.'],
    day: '2020-01-05',
    opens: 'proxy-war',
    without: null,
  },
};
