import type { About, FixedClue } from '../around/clue';
import { hasScoreBeside } from '../read/scores';

/** "Denver 108, Miami 97": teams, not cities. */
export const besideScore: FixedClue = {
  name: 'besideScore',
  speaks: 'against',
  only: { kinds: ['place'], beside: ['digit'] },
  belief: -3,
  value: ({ span, kind, story: { readings } }) =>
    kind === 'place' && hasScoreBeside(readings[span.at]?.block.text ?? '', span.start, span.end) ? 1 : 0,
};

export const about: About = {
  when: 'a place with the score of a game beside it',
  example: { story: ['[Denver] 108, Miami 97'], day: '2004-01-21', opens: null, without: 'denver' },
};
