import type { About, FixedClue } from '../around/clue';
import type { Reading, Word } from '../read/reading';

/** "The [Monopolies] and Mergers Commission": a capitalised common noun is part of some name. */
export const nounInName: FixedClue = {
  name: 'nounInName',
  speaks: 'against',
  only: { cases: ['any'] },
  belief: -5,
  value({ option, span, story: { readings } }) {
    const reading = readings[span.at];
    const first = reading?.words[span.first];
    if (!reading || option.caseRule !== 'any' || !first?.capital || first.initial || reading.titled) return 0;
    return joinsCapital(reading, span.last + 1, span.last + 2) || joinsCapital(reading, span.first - 1, span.first - 2)
      ? 1
      : 0;
  },
};

/** "… and Mergers", "Energy and …". */
function joinsCapital({ words, language }: Reading, and: number, other: number): boolean {
  const isJoined = (word: Word | undefined): boolean => word?.joint === 'space';
  const [one, two] = [words[Math.min(and, other)], words[Math.max(and, other)]];
  if (!language.cues.and.has(words[and]?.folded ?? '') || !isJoined(two) || (one === words[and] && !isJoined(one)))
    return false;
  const beside = words[other];
  return beside?.capital === true && !beside.initial && !language.names.openers.has(beside.folded);
}

export const about: About = {
  when: 'what is written in small letters, here with a capital inside a sentence, and with “and” beside another capital',
  example: {
    story: ['A report of the [Inflation] and Trade Council on prices and wages was late.'],
    day: '2021-09-07',
    opens: null,
    without: 'inflation',
  },
};
