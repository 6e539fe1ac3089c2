import type { About, FixedClue } from '../around/clue';

const QUOTE = /["“„«'‘]\s*$/;

/** "Magyar means Hungarian": the word itself, or whoever bears it as a name. */
export const wordItself: FixedClue = {
  name: 'wordItself',
  speaks: 'against',
  only: { words: 'one', beside: ['verb'] },
  belief: -5,
  value({ span, single, option, kind, story: { readings } }) {
    const { words, language, block } = readings[span.at] ?? {};
    const [verb, meaning] = [words?.[span.last + 1], words?.[span.last + 2]];
    if (!single || option.use === 'demonym' || kind === 'concept' || verb?.joint !== 'space' || !meaning) return 0;
    const isTold = meaning.capital || QUOTE.test(block?.text.slice(verb.end, meaning.start) ?? '');
    return isTold && language?.persons.means.has(verb.folded) ? 1 : 0;
  },
};

export const about: About = {
  when: 'one word, with “means” and a name or a quotation behind it',
  example: {
    story: ['Angela Merkel spoke first. [Merkel] means “little Mark”, a guide said.'],
    day: '2014-05-06',
    opens: null,
    without: 'angela-merkel',
  },
};
