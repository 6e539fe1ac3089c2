import type { About, FixedClue } from './clue';

/** "Nathan Lyon … Lyon ends his wait": in this story the word is part of a person's name. "In Lyon" is still the city. */
export const nameOfStranger: FixedClue = {
  name: 'nameOfStranger',
  speaks: 'against',
  belief: -4,
  value: ({ option, span, single, kind, around, story: { namesakes } }) =>
    (kind === 'place' || kind === 'company') &&
    single &&
    option.use !== 'demonym' &&
    !around.afterPlacePreposition &&
    namesakes.isInName(span)
      ? 1
      : 0,
};

export const about: About = {
  when: 'a place or a company of one word that stands elsewhere in the story as part of a person’s name, not behind “in”, “from”, “near”',
  example: {
    story: ['Carl Houston drives the first train.', 'Later [Houston] came.'],
    day: '2014-08-16',
    opens: null,
    without: 'houston',
  },
};
