import type { About, SceneClue } from './clue';

/** More than about 13 ties say no more. */
const MOST = 1.6 / 0.6;

/** Who is at home in this story. */
export const related: SceneClue = {
  name: 'related',
  speaks: 'for',
  ofRelatedOnly: true,
  belief: 1.2,
  value: ({ option }, scene) => Math.min(MOST, Math.log1p(scene.relatedTo(option.ref))),
};

export const about: About = {
  when: 'ln(1 + things in the story that it is tied to)',
  example: {
    story: [
      'The referee blew for half-time, and the coach, the captain and the team left.',
      'Leo Varadkar spoke, and so did Micheál Martin. [Ireland] waits.',
    ],
    day: '2019-11-01',
    opens: 'ireland',
    without: null,
  },
};
