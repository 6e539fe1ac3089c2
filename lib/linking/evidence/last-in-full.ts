import { lastFullName } from '../full-name-place';
import type { Option } from '../shelf';
import { blockOf } from '../spans';
import type { About, SceneClue } from './clue';

/** Of two Clintons the surname goes on with the one last named in full. */
export const lastInFull: SceneClue = {
  name: 'lastInFull',
  speaks: 'for',
  value({ option, span }, scene, rivals) {
    if (option.use !== 'short' || rivals.length < 2) return 0;
    const own = lastFullName(option.ref, span, scene);
    if (own < 0) return 0;
    const earlier = ({ ref }: Option): boolean => blockOf(lastFullName(ref, span, scene)) < blockOf(own);
    return rivals.every((rival) => rival.option.ref === option.ref || earlier(rival.option)) ? 1 : 0;
  },
};

export const about: About = {
  when: 'part of a name, of the rival whose full name stands last before it, in a later block than that of any other',
  example: {
    story: [
      'Bill Clinton and Hillary Clinton flew east.',
      'Hillary Clinton will speak at noon.',
      '[Clinton] has a cold.',
    ],
    day: '2007-09-12',
    opens: 'hillary-clinton',
    without: null,
  },
};
