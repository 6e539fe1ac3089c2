import type { About, FixedClue } from './clue';

/** "The northern league has been called Super League since 1996". */
export const merelyCalled: FixedClue = {
  name: 'merelyCalled',
  speaks: 'against',
  belief: -4,
  value: ({ around, option }) => (around.merelyCalled && (option.use === 'company' || option.use === 'short') ? 1 : 0),
};

export const about: About = {
  when: 'a form that needs company, right after “called”, “named”',
  example: {
    story: [
      'Brazil voted. Brazil waits, and Brazil counts.',
      'The winner was a mare called [Congress] from Porto Alegre.',
    ],
    day: '2018-02-11',
    opens: null,
    without: 'national-congress-brazil',
  },
};
