import type { About, SceneClue } from '../around/clue';
import { dateline } from './dateline';

/** "Home" at the head of a sentence. */
export const capitalProvesNothing: SceneClue = {
  name: 'capitalProvesNothing',
  speaks: 'against',
  only: { beside: ['ordinary'] },
  belief: -4,
  may(candidate) {
    const { option, around } = candidate;
    return around.capitalProvesNothing && option.via !== 'story' && !around.speaks && dateline.value(candidate) === 0;
  },
  value(candidate, scene) {
    const { option, span } = candidate;
    if (!capitalProvesNothing.may?.(candidate)) return 0;
    const known = option.use === 'short' && scene.fullForm(option.ref) !== null;
    return known || scene.supportedInBlock(span, option.ref, option.company) ? 0 : 1;
  },
};

export const about: About = {
  when: 'an ordinary word whose capital comes from its place, and nothing near that is tied to it',
  example: {
    story: [
      'Google and Facebook pay for the seeds, Microsoft for the water. Google wants a photograph, and so does Facebook.',
      '[Apple] trees stand along the wall.',
    ],
    day: '2018-10-18',
    opens: null,
    without: 'apple',
  },
};
