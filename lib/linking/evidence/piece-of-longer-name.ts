import { standsInName } from '../stands-in-name';
import type { About, FixedClue } from './clue';

/** "[Boston] Children's Hospital": a piece of a longer name that the packs do not know. */
export const pieceOfLongerName: FixedClue = {
  name: 'pieceOfLongerName',
  speaks: 'against',
  value: (candidate) => (candidate.kind !== 'person' && standsInName(candidate) ? 1 : 0),
};

export const about: About = {
  when: 'no person (a condition forbids these), with a capitalised word that nobody knows right before or behind it',
  example: {
    story: ['The opera moved to [Boston] Childrens Hospital.'],
    day: '2020-01-05',
    opens: null,
    without: 'boston',
  },
};
