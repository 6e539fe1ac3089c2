import type { About, FixedClue } from '../around/clue';

/** "President Obama" in 2014. */
export const officeOnTheDay: FixedClue = {
  name: 'officeOnTheDay',
  speaks: 'for',
  only: { kinds: ['person'], beside: ['title'] },
  belief: 2,
  value: ({ holdsOffice }) => (holdsOffice ? 1 : 0),
};

export const about: About = {
  when: 'the title in front names an office that the person held on the day',
  example: {
    story: [
      'Fidel Castro slept.',
      'Raúl Castro wrote a letter.',
      'President [Castro] will visit the harbour on Tuesday.',
    ],
    day: '2009-12-05',
    opens: 'raul-castro',
    without: null,
  },
};
