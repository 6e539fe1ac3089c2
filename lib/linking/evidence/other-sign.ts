import type { About, FixedClue } from '../around/clue';
import { isOfHead } from '../known/known-of-head';

const PLUS_SIGN = 0x2b;
const SMALL_S = 0x73;
const PLUS = /(?:\+| plus)$/i;
const hasPlus = isOfHead(({ name }) => PLUS.test(name));

/** "OPEC+" is more than OPEC. */
export const otherSign: FixedClue = {
  name: 'otherSign',
  speaks: 'against',
  belief: -6,
  value({ option, span, story: { shelf, readings } }) {
    const { surface, folded, end, at } = span;
    const plus =
      readings[at]?.block.text.charCodeAt(end) === PLUS_SIGN ||
      surface.charCodeAt(surface.length - 1) === PLUS_SIGN ||
      // Few names end in this letter or this word.
      (folded.charCodeAt(folded.length - 1) === SMALL_S && PLUS.test(folded));
    return plus === hasPlus(shelf.entity(option.ref)) ? 0 : 1;
  },
};

export const about: About = {
  when: 'a plus sign stands right behind it and is no part of its name, or the other way round',
  example: {
    story: ['Saudi Arabia and Russia met. Crude rose as [OPEC+] put off its meeting.'],
    day: '2022-10-05',
    opens: 'opec-plus',
    without: null,
  },
};
