import type { About, FixedClue } from '../around/clue';
import { namedAsPress } from '../around/named-as-press';

/** "He told The Independent", "writing for the Guardian", "TOKYO (Kyodo) —". */
export const shortInPress: FixedClue = {
  name: 'shortInPress',
  speaks: 'for',
  only: { kinds: ['media'] },
  belief: 3,
  value: (candidate) => (candidate.option.use !== 'name' && namedAsPress(candidate) ? 1 : 0),
};

export const about: About = {
  when: 'part of the name of a paper, where papers are credited: behind an article that has a capital or follows “told”, “for”, “in”, in a dateline, before “said”',
  example: {
    story: ['A widow told the [Guardian] that she had burnt the letters.'],
    day: '2006-11-09',
    opens: 'the-guardian',
    without: null,
  },
};
