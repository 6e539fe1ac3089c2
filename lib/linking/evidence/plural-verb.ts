import type { About, FixedClue } from './clue';

/** "Jobs are not at risk." */
export const pluralVerb: FixedClue = {
  name: 'pluralVerb',
  speaks: 'against',
  belief: -6,
  value({ span, single, kind, story: { readings } }) {
    const reading = readings[span.at];
    if (!single || kind !== 'person' || !reading?.words[span.first]?.initial) return 0;
    const next = reading.words[span.last + 1];
    return next?.joint === 'space' && reading.language.cues.plurals.has(next.folded) ? 1 : 0;
  },
};

export const about: About = {
  when: 'a person by one word at the head of a sentence, before “are”, “were”',
  example: {
    story: ['Steve Jobs spoke for an hour.', '[Jobs] are not at risk at the plant.'],
    day: '2010-07-16',
    opens: null,
    without: 'steve-jobs',
  },
};
