import type { Reading } from '../reading';
import type { Span } from '../spans';
import type { About, FixedClue } from './clue';

/** "“Nebraska” charms Cannes": alone in quotation marks, a place is a title, or a word; and so it is later without them. */
export const inQuotes: FixedClue = {
  name: 'inQuotes',
  speaks: 'against',
  only: { kinds: ['place'], uses: ['name'], beside: ['quote'] },
  belief: -4,
  value({ option, kind, span, around, story: { readings, sameWords } }) {
    if (kind !== 'place' || option.use !== 'name') return 0;
    const isQuoted = (one: Span): boolean => standsInQuotes(one, readings[one.at]);
    return isQuoted(span) || (!around.afterPlacePreposition && sameWords(span).some(isQuoted)) ? 1 : 0;
  },
};

const OPENING = '"“„«‘';
const CLOSING = /^[,.]?["”“»’]/;

const standsInQuotes = ({ start, end }: Span, reading: Reading | undefined): boolean => {
  const text = reading?.block.text ?? '';
  return start > 0 && OPENING.includes(text.charAt(start - 1)) && CLOSING.test(text.slice(end, end + 2));
};

export const about: About = {
  when: 'a place alone in quotation marks, here or, not behind “in”, “from”, “near”, elsewhere in the story',
  example: {
    story: ['“[Nebraska]” has no colour and hardly any plot.'],
    day: '2013-05-23',
    opens: null,
    without: 'nebraska',
  },
};
