import type { About, FixedClue } from './clue';

const PLUS_SIGN = 0x2b;
const PLUS = / plus$/i;
/** Nearly no name ends with either letter and the word. */
const hasPlus = (name: string): boolean =>
  name.endsWith('+') || ((name.endsWith('s') || name.endsWith('S')) && PLUS.test(name));

/** "OPEC+" is more than OPEC. */
export const otherSign: FixedClue = {
  name: 'otherSign',
  speaks: 'against',
  belief: -6,
  value({ option, span, story: { shelf, readings } }) {
    const plus =
      readings[span.at]?.block.text.charCodeAt(span.end) === PLUS_SIGN ||
      span.surface.endsWith('+') ||
      hasPlus(span.folded);
    return plus === hasPlus(shelf.entity(option.ref).name) ? 0 : 1;
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
