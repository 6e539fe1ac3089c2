import type { About, SceneClue } from '../around/clue';
import { fullNamePlace } from '../around/full-name-place';

/** "Esmail Ghaani … Ghaani": the short form after the full one. */
export const shortAfterFull: SceneClue = {
  name: 'shortAfterFull',
  speaks: 'for',
  only: { uses: ['short'] },
  belief: 2,
  value: ({ option, span }, scene) =>
    option.use === 'short' && fullNamePlace(option.ref, span, scene) === 'before' ? 1 : 0,
};

export const about: About = {
  when: 'part of a name that was given in full before',
  example: {
    story: ['Jerome Powell spoke first.', 'Then [Powell] took questions.'],
    day: '2022-09-08',
    opens: 'jerome-powell',
    without: null,
  },
};
