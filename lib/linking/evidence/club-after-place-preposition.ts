import type { Kind } from '../../facts';
import type { About, FixedClue } from '../around/clue';
import { isGeneric } from '../known/is-generic';

const BODIES: ReadonlySet<Kind> = new Set(['group', 'team', 'company']);

/** "In Liverpool" is not the club. */
export const clubAfterPlacePreposition: FixedClue = {
  name: 'clubAfterPlacePreposition',
  speaks: 'against',
  only: { kinds: ['group', 'team', 'company'], words: 'one', uses: ['company'], beside: ['place-preposition'] },
  belief: -3,
  value({ around, kind, option, single, span, story: { readings } }) {
    if (!around.afterPlacePreposition || !BODIES.has(kind) || !single || option.use !== 'company') return 0;
    // "In the Senate", "a grant from Congress", "near KPA posts": no town has these names.
    if (isGeneric(kind, span.surface) || option.caseRule === 'exact') return 0;
    const { words, language } = readings[span.at] ?? {};
    // "Lost to Liverpool", "takes over at Apple".
    return language?.cues.bodyPrepositions.has(words?.[span.first - 1]?.folded ?? '') ? 0 : 1;
  },
};

export const about: About = {
  when: 'a body by a name that needs company, right after “in”, “from”, “near”, but not “to” or “at”',
  example: {
    story: [
      'Manchester United and Manchester City wrote to UEFA. Arsenal did not.',
      'He sold his flat in [Chelsea] and left.',
    ],
    day: '2021-04-20',
    opens: null,
    without: 'chelsea-fc',
  },
};
