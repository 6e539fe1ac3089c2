import { isBare } from '../around/bare-name';
import type { About, FixedClue } from '../around/clue';
import { NO_PERSON } from '../around/scope';
import type { Span } from '../find/spans';
import { isGivenName } from '../known/is-given-name';
import { placeClass } from '../known/place-class';
import type { Reading } from '../read/reading';

/** "Denver, born Deutschendorf", "Georgia, 34, a nurse". */
const AGE = /^, (?:\d{2})(?:, (?=\p{Ll}|who\b)|[.;)]| \p{Ll})/u;

/** "Lincoln, who kept no receipts"; not for countries, since "who" may mean their people. */
const WHO = /^, who /;

const LONGEST_AGE = 12;

const DASH = /[-–—]\s*$/;
const PLACE_AT_END = /^, \p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+){0,2}\.?(?:["”’']|$)/u;
const LONGEST_PLACE = 60;

/** "— Victoria Falls, Dover": a letter to a paper ends with a dash and its writer's name. */
const signsLetter = ({ first, start, end }: Span, { words, block: { text } }: Reading): boolean =>
  isGivenName(words[first]?.folded ?? '') &&
  DASH.test(text.slice(Math.max(0, start - 3), start)) &&
  PLACE_AT_END.test(text.slice(end, end + LONGEST_PLACE));

/** An age or a birth behind a place name: a person bears it. */
export const toldAsPerson: FixedClue = {
  name: 'toldAsPerson',
  speaks: 'against',
  only: { kinds: NO_PERSON, beside: ['comma'] },
  belief: -5,
  value({ option, span, kind, single, story: { readings, shelf } }) {
    const reading = readings[span.at];
    if (kind === 'person' || option.use === 'demonym' || !reading) return 0;
    const { text } = reading.block;
    if (!text.startsWith(', ', span.end)) return 0;
    if (kind === 'place' && signsLetter(span, reading)) return 1;
    if (!single) return 0;
    const isBorn = reading.language.cues.born.has(reading.words[span.last + 1]?.folded ?? '');
    if (kind === 'place' && WHO.test(text.slice(span.end, span.end + LONGEST_AGE)))
      return placeClass(shelf.entity(option.ref)) !== 'country' && reading.words[span.first]?.initial ? 1 : 0;
    return (isBorn || AGE.test(text.slice(span.end, span.end + LONGEST_AGE))) && isBare(span, reading) ? 1 : 0;
  },
};

export const about: About = {
  when: 'one word, no person, with an age or “born” (of a town or a state, “who”) behind a comma, and nothing beside it that shows a place; a place with a given name that signs a letter: “— Victoria Falls, Dover”',
  example: {
    story: ['The winner was [Denver], born in a village of the north.'],
    day: '2019-09-14',
    opens: null,
    without: 'denver',
  },
};
