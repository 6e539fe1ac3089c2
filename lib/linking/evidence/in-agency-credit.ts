import { inCredit } from '../in-credit';
import type { About, FixedClue } from './clue';

/** "EPA/Lukas Horn": who took a picture is an agency, and none for the environment. */
export const inAgencyCredit: FixedClue = {
  name: 'inAgencyCredit',
  speaks: 'against',
  belief: -6,
  value({ option, span, kind, story: { readings } }) {
    if (kind === 'media' || option.caseRule !== 'exact') return 0;
    const text = readings[span.at]?.block.text ?? '';
    // "The World Health Organization (WHO)" at the end of a block.
    if (text[span.start - 1] === '(' && !DATELINE.test(text.slice(span.end))) return 0;
    return inCredit(text, span.start, span.end) || byPhotographer(text, span.end) ? 1 : 0;
  },
};

const DATELINE = /^\)\s[-–—]/;
/** "An EPA photographer". */
const byPhotographer = (text: string, end: number): boolean =>
  /^(?:\/\s?\p{Lu}| (?:photographer|cameraman|camerawoman)\b)/u.test(text.slice(end));

export const about: About = {
  when: 'an acronym of anything but a medium in the credit of a picture or behind a dateline',
  example: {
    story: ['Drivers shared tea at the barrier.', 'An [EPA] photographer walked the last mile.'],
    day: '2010-02-20',
    opens: null,
    without: 'environmental-protection-agency',
  },
};
