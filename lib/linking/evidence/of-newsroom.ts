import type { About, FixedClue } from '../around/clue';

/** "Bloomberg reporters": the agency, not its founder. */
export const ofNewsroom: FixedClue = {
  name: 'ofNewsroom',
  speaks: 'against',
  only: { kinds: ['person'], words: 'one', beside: ['verb'] },
  belief: -5,
  value({ span, single, kind, story: { readings, shelf } }) {
    const { words, language } = readings[span.at] ?? {};
    const next = words?.[span.last + 1];
    if (kind !== 'person' || !single || next?.joint !== 'space' || !language?.persons.newsroom.has(next.folded))
      return 0;
    return span.options.some(({ ref }) => shelf.entity(ref).kind === 'media') ? 1 : 0;
  },
};

export const about: About = {
  when: 'a person whose name a medium has too, with “reporter”, “editor” right behind it',
  example: {
    story: ['Michael Bloomberg spoke first. A [Bloomberg] reporter slept.'],
    day: '2020-03-04',
    opens: null,
    without: 'michael-bloomberg',
  },
};
