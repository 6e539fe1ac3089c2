import type { About, FixedClue } from '../around/clue';

/** "The Amazon" is not the company. */
export const articleBeforeName: FixedClue = {
  name: 'articleBeforeName',
  speaks: 'against',
  only: { kinds: ['person', 'company'], words: 'one', cases: ['initial'], beside: ['article'] },
  belief: -5,
  value: ({ around, option, single, kind }) => {
    const bare = kind === 'person' || (kind === 'company' && option.use === 'company');
    return around.withArticle && single && bare && option.caseRule === 'initial' ? 1 : 0;
  },
};

export const about: About = {
  when: 'one word, a person or a company, with “the” before it and no noun behind',
  example: {
    story: [
      'Google, Facebook and Microsoft were asked about Jeff Bezos. Facebook said nothing.',
      'A witness had gone up the [Amazon], he said.',
    ],
    day: '2020-10-07',
    opens: null,
    without: 'amazon',
  },
};
