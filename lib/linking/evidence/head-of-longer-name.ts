import type { About, FixedClue } from '../around/clue';
import { NO_PERSON } from '../around/scope';

/** "University of [Baghdad]"; in "Salvatore Caruso of [Italy]" it is the country. */
export const headOfLongerName: FixedClue = {
  name: 'headOfLongerName',
  speaks: 'against',
  only: { kinds: NO_PERSON, beside: ['institution'] },
  belief: -3,
  value({ option, span, around: { headBefore }, kind, story: { readings } }) {
    if (option.via === 'story' || kind === 'person' || !headBefore) return 0;
    return readings[span.at]?.language.names.institutions.has(headBefore.folded) ? 1 : 0;
  },
};

export const about: About = {
  when: 'no person, right after “University of”, “Museum of” and the like',
  example: {
    story: ['She studied at the University of [Baghdad] and in Cairo.'],
    day: '2020-01-05',
    opens: null,
    without: 'baghdad',
  },
};
