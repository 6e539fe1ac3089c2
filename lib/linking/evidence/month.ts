import type { About, FixedClue } from './clue';

/** "The talks may slip beyond May." */
export const month: FixedClue = {
  name: 'month',
  speaks: 'against',
  belief: -6,
  value({ span, single, kind, story: { readings } }) {
    const reading = readings[span.at];
    if (!single || kind !== 'person' || !reading) return 0;
    const { words, block, language } = reading;
    const { months, beforeMonths, trust } = language.cues;
    const before = words[span.first - 1];
    if (!before || !months.has(span.folded) || words[span.first]?.joint !== 'space') return 0;
    // "Confidence in May", "in May's speech".
    if (/^['’]/.test(block.text.slice(span.end)) || trust.has(words[span.first - 2]?.folded ?? '')) return 0;
    return beforeMonths.has(before.folded) ? 1 : 0;
  },
};

export const about: About = {
  when: 'a person named as a month is, behind “in”, “until”, “beyond”',
  example: {
    story: ['Theresa May wants more time.', 'A vote would have to wait until [May], an aide said.'],
    day: '2019-03-12',
    opens: null,
    without: 'theresa-may',
  },
};
