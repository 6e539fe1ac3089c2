import type { About, FixedClue } from '../around/clue';
import { movesAsPrice } from '../around/moves-as-price';

/** "The Nikkei closed 1.5 percent higher." */
export const movingPrice: FixedClue = {
  name: 'movingPrice',
  speaks: 'for',
  belief: 4,
  only: { kinds: ['concept', 'company'] },
  value: (candidate) => (candidate.option.use !== 'demonym' && movesAsPrice(candidate) ? 1 : 0),
};

export const about: About = {
  when: 'a company or an index right before how much it rose or fell',
  example: {
    story: ['In Seoul shop windows were dark. [Brent] rose two percent.'],
    day: '2023-11-06',
    opens: 'brent-crude',
    without: null,
  },
};
