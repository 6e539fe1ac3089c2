import type { About, FixedClue } from '../around/clue';

/** More than about 34 shared words say nothing further. */
const MOST = 1.6 / 0.45;

/** What is known about it and the story share words. */
export const sharedWords: FixedClue = {
  name: 'sharedWords',
  speaks: 'for',
  belief: 0.6,
  value: ({ option, story }) => Math.min(MOST, Math.log1p(story.words(option.ref)?.weight ?? 0)),
};

export const about: About = {
  when: 'ln(1 + telling words that it shares with the story)',
  example: {
    story: [
      'The referee blew for half-time, and the coach and the captain left.',
      'A republic on an island has other worries: its banks, its taxes, its dairy farms, its capital, its European neighbours, its border with the north of the kingdom. [Ireland] waits.',
    ],
    day: '2012-11-01',
    opens: 'ireland',
    without: null,
  },
};
