import type { About, FixedClue } from './clue';

/** "President Obama" in 2014. */
export const officeOnTheDay: FixedClue = {
  name: 'officeOnTheDay',
  speaks: 'for',
  only: { kinds: ['person'] },
  belief: 2,
  value: ({ holdsOffice }) => (holdsOffice ? 1 : 0),
};

export const about: About = {
  when: 'the title in front names an office that the person held on the day',
  example: {
    story: ['Premier [Li] wrote to the mayor of the town.'],
    day: '2016-09-02',
    opens: 'li-keqiang',
    without: null,
  },
};
