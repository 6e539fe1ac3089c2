import type { About, FixedClue } from '../around/clue';
import { NO_PERSON } from '../around/scope';

/** "Rhodes, Tyler; Santiago, India; Sharif, Omar". */
export const inListOfPeople: FixedClue = {
  name: 'inListOfPeople',
  speaks: 'against',
  only: { kinds: NO_PERSON, words: 'one', beside: ['semicolon'] },
  belief: -6,
  value: ({ kind, single, span, story: { isInNameList } }) =>
    kind !== 'person' && single && isInNameList(span) ? 1 : 0,
};

export const about: About = {
  when: 'one word, no person, in a list of which most parts have the shape of a person’s name',
  example: {
    story: ['Rhodes, Tyler; Santiago, [India]; Sharif, Omar; Milan Petrovic'],
    day: '2018-06-02',
    opens: null,
    without: 'india',
  },
};
