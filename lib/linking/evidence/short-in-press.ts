import type { About, FixedClue } from './clue';

/** "He told The Independent", "writing for the Guardian". */
export const shortInPress: FixedClue = {
  name: 'shortInPress',
  speaks: 'for',
  value: ({ option, kind, around }) => (kind === 'media' && option.use !== 'name' && around.afterPress ? 1 : 0),
};

export const about: About = {
  when: 'part of the name of a paper, behind an article that has a capital or follows “told”, “for”, “in”',
  example: {
    story: ['A widow told the [Guardian] that she had burnt the letters.'],
    day: '2006-11-09',
    opens: 'the-guardian',
    without: null,
  },
};
