import { isBare } from '../bare-name';
import type { About, FixedClue } from './clue';

/** "Denver, born Deutschendorf", "Georgia, 34, a nurse". */
const AGE = /^, (?:\d{2})(?:, (?=\p{Ll}|who\b)|[.;)]| \p{Ll})/u;

/** An age or a birth behind the name of a place: somebody who bears it. */
export const toldAsPerson: FixedClue = {
  name: 'toldAsPerson',
  speaks: 'against',
  belief: -5,
  value({ option, span, kind, single, story: { readings } }) {
    const reading = readings[span.at];
    if (kind === 'person' || !single || option.use === 'demonym' || !reading) return 0;
    const behind = reading.block.text.slice(span.end, span.end + 12);
    if (!behind.startsWith(', ') || !isBare(span, reading)) return 0;
    const next = reading.words[span.last + 1];
    return AGE.test(behind) || (next !== undefined && reading.language.cues.born.has(next.folded)) ? 1 : 0;
  },
};

export const about: About = {
  when: 'one word, no person, with an age or “born” behind a comma, and nothing beside it that shows a place',
  example: {
    story: ['The winner was [Denver], born in a village of the north.'],
    day: '2019-09-14',
    opens: null,
    without: 'denver',
  },
};
