import type { About, FixedClue } from '../around/clue';
import type { Span } from '../find/spans';
import type { Reading } from '../read/reading';

/** "When Victoria reigned", "Georgia wiped her eyes". */
export const doesAsPerson: FixedClue = {
  name: 'doesAsPerson',
  speaks: 'against',
  only: { kinds: ['place'], words: 'one', beside: ['verb'] },
  belief: -4,
  value({ option, span, kind, single, around, story: { readings, sameWords } }) {
    const reading = readings[span.at];
    if (kind !== 'place' || !single || option.use === 'demonym') return 0;
    if (!around.afterPlacePreposition && sameWords(span).some((one) => isStorm(one, readings[one.at]))) return 1;
    const next = reading?.words[span.last + 1];
    if (next?.joint !== 'space') return 0;
    return reading?.language.cues.personal.has(next.folded) ? 1 : 0;
  },
};

const LONGEST_DEED = 24;

/** "Florence came ashore". */
const isStorm = ({ end }: Span, reading: Reading | undefined): boolean =>
  reading?.language.cues.storms.test(reading.block.text.slice(end, end + LONGEST_DEED)) === true;

export const about: About = {
  when: 'a place of one word, with what only persons do right behind it: “reigned”, “smiled”; or only storms, here or elsewhere in the story: “came ashore”',
  example: {
    story: ['They waited until [Paris] smiled.'],
    day: '2019-11-20',
    opens: null,
    without: 'paris',
  },
};
