import type { About, SceneClue } from '../around/clue';

/** More than about 13 ties say nothing further. */
const MOST = 1.6 / 0.6;
/** By number of ties; the last one also stands for more. */
const VALUES = Array.from({ length: 15 }, (_, ties) => Math.min(MOST, Math.log1p(ties)));

/** It has ties to others in this story. */
export const related: SceneClue = {
  name: 'related',
  speaks: 'for',
  ofRelatedOnly: true,
  belief: 1.2,
  value: ({ option }, scene) => VALUES[Math.min(scene.relatedTo(option.ref), VALUES.length - 1)] as number,
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
