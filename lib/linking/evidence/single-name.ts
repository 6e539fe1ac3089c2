import type { About, FixedClue } from '../around/clue';

/** One word with a capital. */
export const singleName: FixedClue = {
  name: 'singleName',
  speaks: 'for',
  only: { uses: ['name'], words: 'one', cases: ['initial'], via: ['form'] },
  belief: 2,
  value: ({ option, single }) =>
    option.use === 'name' && option.via === 'form' && single && option.caseRule === 'initial' ? 1 : 0,
};

export const about: About = {
  when: 'a name of one word with a capital',
  example: {
    story: ['[Tbilisi] froze.'],
    day: '2020-01-05',
    opens: 'tbilisi',
    without: null,
  },
};
