import type { About, FixedClue } from '../around/clue';

/**
 * "South Australia", "WEST PALM BEACH": a capitalised direction makes a different name; "north Georgia" is part of
 * Georgia.
 */
export const directionBeforePlace: FixedClue = {
  name: 'directionBeforePlace',
  speaks: 'against',
  only: { kinds: ['place'], beside: ['direction'] },
  belief: -5,
  value({ option, span, kind, around, story: { readings } }) {
    const { words, language, titled } = readings[span.at] ?? {};
    const before = words?.[span.first - 1];
    if (kind !== 'place' || option.use === 'demonym' || titled || !before?.capital || !language) return 0;
    // Elsewhere the capital already counts as a stranger (pieceOfLongerName); at the start of a sentence this clue must
    // say so.
    if (!before.initial || words?.[span.first]?.joint !== 'space' || around.afterPlacePreposition) return 0;
    return language.names.directions.has(before.folded) ? 1 : 0;
  },
};

export const about: About = {
  when: 'a place right behind a direction with a capital that opens the sentence: “South Australia”',
  example: {
    story: ['The rain stopped at noon. South [Jamaica] had none.'],
    day: '2000-02-20',
    opens: null,
    without: 'jamaica',
  },
};
