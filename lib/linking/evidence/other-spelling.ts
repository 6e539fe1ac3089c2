import type { FixedClue } from './clue';

/** All words of a name agree but for the spelling. */
export const otherSpelling: FixedClue = {
  name: 'otherSpelling',
  speaks: 'for',
  when: 'a whole name in another spelling',
  value: ({ option }) => (option.use === 'name' && option.via === 'spelling' ? 1 : 0),
  example: {
    story: ['A poster of [Qasim Sulaymani] hung beside the price list.'],
    day: '2020-02-20',
    opens: 'qasem-soleimani',
    without: null,
  },
};
