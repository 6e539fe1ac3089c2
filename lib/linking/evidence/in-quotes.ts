import type { About, FixedClue } from '../around/clue';
import type { Span } from '../find/spans';
import type { Reading } from '../read/reading';

/**
 * "“Nebraska” charms Cannes": a place alone in quotation marks is a title or a word, and stays so later without them.
 */
export const inQuotes: FixedClue = {
  name: 'inQuotes',
  speaks: 'against',
  only: { kinds: ['place', 'company'], uses: ['name'], beside: ['quote'] },
  belief: -4,
  value({ option, kind, span, around, story: { readings, sameWords } }) {
    if (option.use !== 'name') return 0;
    if (kind === 'company') return isListedInQuotes(span, readings[span.at]) ? 1 : 0;
    if (kind !== 'place') return 0;
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

const BEHIND_ANOTHER = /["“”»’],?( \p{L}+)? ["“„«‘]$/u;
const BEFORE_ANOTHER = /^[,.]?["“”»’],?( \p{L}+)? ["“„«‘]\p{Lu}/u;
/** More than one word and its punctuation. */
const NEAR = 16;

/** "“Casablanca”, “Barbie” and “Dune”": titles. A company alone in quotation marks may be itself. */
function isListedInQuotes(span: Span, reading: Reading | undefined): boolean {
  if (!reading || !standsInQuotes(span, reading)) return false;
  const { text } = reading.block;
  const listed = [
    BEHIND_ANOTHER.exec(text.slice(Math.max(0, span.start - NEAR), span.start)),
    BEFORE_ANOTHER.exec(text.slice(span.end, span.end + NEAR)),
  ];
  return listed.some((found) => found && (!found[1] || reading.language.cues.and.has(found[1].trim().toLowerCase())));
}

export const about: About = {
  when: 'a place alone in quotation marks, here or, not behind “in”, “from”, “near”, elsewhere in the story; a company so in a list of such names',
  example: {
    story: ['“[Nebraska]” has no colour and hardly any plot.'],
    day: '2013-05-23',
    opens: null,
    without: 'nebraska',
  },
};
