import type { About, SceneClue } from '../around/clue';
import { fullNamePlace } from '../around/full-name-place';

/** "Ghaani" in a headline, the full name below. */
export const shortBeforeFull: SceneClue = {
  name: 'shortBeforeFull',
  speaks: 'for',
  only: { uses: ['short'] },
  belief: 2,
  value: ({ option, span }, scene) =>
    option.use === 'short' && fullNamePlace(option.ref, span, scene) === 'later' ? 1 : 0,
};

export const about: About = {
  when: 'part of a name that is given in full only later',
  example: {
    story: ['[Powell] speaks', 'Jerome Powell spoke first.'],
    day: '2022-09-08',
    opens: 'jerome-powell',
    without: null,
  },
};
