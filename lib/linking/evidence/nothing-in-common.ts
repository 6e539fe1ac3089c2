import type { About, SceneClue } from './clue';

/** "Turkey, again. Before you reach for the curry powder …": no word of what is known of the country stands in the story. */
export const nothingInCommon: SceneClue = {
  name: 'nothingInCommon',
  speaks: 'against',
  value: ({ option, single, story }, scene) =>
    single && option.via !== 'story' && !story.words.get(option.ref)?.count && scene.relatedTo(option.ref) === 0
      ? 1
      : 0,
};

export const about: About = {
  when: 'one word that shares no telling word with the story, and has no tie to anything in it',
  example: {
    story: ['A [Congress] of bakers met, of all places, in Brazil.'],
    day: '2015-12-18',
    opens: null,
    without: 'national-congress-brazil',
  },
};
