import { belongsTo } from '../belongs-to';
import type { About, SceneClue } from './clue';

/** "American Samoa" is not Samoa; "Ukrainian Donetsk" is Donetsk. */
export const demonymBeforePlace: SceneClue = {
  name: 'demonymBeforePlace',
  speaks: 'against',
  only: { kinds: ['place'], words: 'one' },
  belief: -6,
  may: ({ option, span, story: { readings } }) =>
    option.use !== 'demonym' && readings[span.at]?.words[span.first]?.joint === 'space',
  value({ option, span, kind, single, story: { shelf, readings } }, scene) {
    if (kind !== 'place' || !single || option.use === 'demonym' || readings[span.at]?.titled) return 0;
    const before = scene.before(span);
    if (before?.option.use !== 'demonym' || readings[span.at]?.words[span.first]?.joint !== 'space') return 0;
    return belongsTo(option.ref, before.ref, shelf) ? 0 : 1;
  },
};

export const about: About = {
  when: 'a place of one word right behind the adjective of a country to which nothing known ties it',
  example: {
    story: ['The wave struck American [Samoa] before noon.'],
    day: '2010-10-01',
    opens: null,
    without: 'samoa',
  },
};
