import type { About, FixedClue } from '../around/clue';
import { inCredit } from '../read/in-credit';
import type { Reading } from '../read/reading';

/** "EPA/Lukas Horn": a picture credit names a photo agency, not the environmental one. */
export const inAgencyCredit: FixedClue = {
  name: 'inAgencyCredit',
  speaks: 'against',
  only: { cases: ['exact'] },
  belief: -6,
  value({ option, span, kind, story: { readings } }) {
    const reading = readings[span.at];
    if (kind === 'media' || option.caseRule !== 'exact' || !reading) return 0;
    const { text } = reading.block;
    // "The World Health Organization (WHO)" at the end of a block is no credit.
    if (text[span.start - 1] === '(' && !DATELINE.test(text.slice(span.end))) return 0;
    return inCredit(text, span.start, span.end, reading.language) ||
      BY_NAME.test(text.slice(span.end, span.end + 4)) ||
      byPhotographer(reading, span.last)
      ? 1
      : 0;
  },
};

const DATELINE = /^\)\s[-–—]/;
const BY_NAME = /^\/\s?\p{Lu}/u;
/** "An EPA photographer". */
const byPhotographer = ({ words, language }: Reading, last: number): boolean =>
  words[last + 1]?.joint === 'space' && language.cues.photographers.has(words[last + 1]?.folded ?? '');

export const about: About = {
  when: 'an acronym of anything but a medium in the credit of a picture or behind a dateline',
  example: {
    story: ['Drivers shared tea at the barrier.', 'An [EPA] photographer walked the last mile.'],
    day: '2010-02-20',
    opens: null,
    without: 'environmental-protection-agency',
  },
};
