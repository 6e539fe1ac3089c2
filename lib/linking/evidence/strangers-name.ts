import type { About, SceneClue } from '../around/clue';

/** Is it the surname of someone else in this story? */
export const strangersName: SceneClue = {
  name: 'strangersName',
  speaks: 'against',
  only: { kinds: ['person'], words: 'one' },
  belief: -5,
  may: ({ span, story: { namesakes } }) => namesakes.isStrangersToo(span),
  value({ option, span, single, kind, story: { namesakes, readings } }, scene) {
    if (option.via === 'story' || !single || kind !== 'person') return 0;
    if (namesakes.doubtful(span, scene.fullNames(option.ref))) return 1;
    const words = readings[span.at]?.words ?? [];
    const before = words[span.first - 1];
    if (before === undefined || words[span.first]?.joint === 'break') return 0;
    return namesakes.isStrangersName(before.folded, span.folded) ? 1 : 0;
  },
};

export const about: About = {
  when: 'a surname that a stranger bears in this story',
  example: {
    story: ['A baker, Linda Powell, saw Jerome Powell leave.', 'Linda Powell went home.', 'Later [Powell] wept.'],
    day: '2022-09-08',
    opens: null,
    without: 'jerome-powell',
  },
};
