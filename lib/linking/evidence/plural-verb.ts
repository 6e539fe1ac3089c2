import type { About, FixedClue } from '../around/clue';

/** "Jobs are not at risk". */
export const pluralVerb: FixedClue = {
  name: 'pluralVerb',
  speaks: 'against',
  only: { kinds: ['person'], words: 'one', beside: ['verb'] },
  belief: -5,
  value({ span, single, kind, story: { readings } }) {
    const { words, language } = readings[span.at] ?? {};
    const [word, next] = [words?.[span.first], words?.[span.last + 1]];
    if (kind !== 'person' || !single || !word?.initial || next?.joint !== 'space') return 0;
    return language?.persons.plural.has(next.folded) ? 1 : 0;
  },
};

export const about: About = {
  when: 'a person by one word that opens a sentence, with a verb of several behind it',
  example: {
    story: ['Steve Jobs spoke at noon. [Jobs] are safe in Cork.'],
    day: '2010-07-16',
    opens: null,
    without: 'steve-jobs',
  },
};
