import type { Language } from '../../language';
import type { About, FixedClue } from '../around/clue';
import type { Word } from '../read/reading';

/** Excludes times: "17:40 May has no voice left". */
const NUMBER_BEFORE = /(?<![:.\d])\d{1,2}(?:st|nd|rd|th)?\.? $/;
const NUMBER_BEHIND = /^ \d/;
const ENDS = /^(?:$|[^\s\p{L}'’])/u;

/** "In May", "12 May", "May 2019". */
export const asMonth: FixedClue = {
  name: 'asMonth',
  speaks: 'against',
  only: { kinds: ['person'], words: 'one', beside: ['month'] },
  belief: -7,
  value({ span, single, kind, story: { readings } }) {
    const reading = readings[span.at];
    if (kind !== 'person' || !single || !reading?.language.persons.months.has(span.folded)) return 0;
    const { block, words, language } = reading;
    const behind = block.text.slice(span.end, span.end + 2);
    // "In May's speech", "confidence in May".
    if (/^['’]/.test(behind) || language.cues.trust.has(words[span.first - 2]?.folded ?? '')) return 0;
    if (NUMBER_BEHIND.test(behind) || NUMBER_BEFORE.test(block.text.slice(Math.max(0, span.start - 8), span.start)))
      return 1;
    const before = words[span.first]?.joint === 'space' ? words[span.first - 1] : undefined;
    return isBeforeMonth(before, ENDS.test(behind), language) ? 1 : 0;
  },
};

/** "After May lost the vote" is about a person; "after May." may be either. */
const isBeforeMonth = (before: Word | undefined, endsPhrase: boolean, { persons }: Language): boolean =>
  before !== undefined &&
  (persons.beforeMonths.has(before.folded) || (endsPhrase && persons.prepositions.has(before.folded)));

export const about: About = {
  when: 'a person whose name is a month, beside a number or behind “in”, “until”, “last” and the like',
  example: {
    story: ['Theresa May spoke first. The vote is due in [May] or later.'],
    day: '2019-03-03',
    opens: null,
    without: 'theresa-may',
  },
};
