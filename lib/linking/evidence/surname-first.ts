import type { About, FixedClue } from '../around/clue';

/** "Merkel, Anna (Kiel); Scholz, Piet": what begins an entry, and what ends the given name in it. */
const BEGINS = /(?:^|[;:•·|\n]|\d\.?|\))\s*$/;
const GIVEN_BEHIND = /^, \p{Lu}[\p{Ll}'’-]+(?: \p{Lu}\.)?(?=\s*(?:[;(|\n.]|$))/u;

/** A surname in a surname-first list: the given name behind it is someone else's. */
export const surnameFirst: FixedClue = {
  name: 'surnameFirst',
  speaks: 'against',
  only: { kinds: ['person'], words: 'one', beside: ['comma'] },
  belief: -6,
  value({ option, span, single, kind, story: { readings, shelf } }) {
    if (kind !== 'person' || !single) return 0;
    const text = readings[span.at]?.block.text ?? '';
    const [behind] = GIVEN_BEHIND.exec(text.slice(span.end, span.end + 40)) ?? [];
    if (behind === undefined || !BEGINS.test(text.slice(Math.max(0, span.start - 4), span.start))) return 0;
    const given = behind.slice(2).split(' ')[0] ?? '';
    return shelf.entity(option.ref).name.includes(given) ? 0 : 1;
  },
};

export const about: About = {
  when: 'a person in a list that puts surnames first, with another one’s given name behind a comma',
  example: {
    story: ['The winners: Otte, Ruth (Kiel); [Merkel], Anna (Bonn); Lamm, Piet (Trier).'],
    day: '2014-05-06',
    opens: null,
    without: 'angela-merkel',
  },
};
