import type { About, FixedClue } from '../around/clue';
import type { Span } from '../find/spans';
import type { Reading } from '../read/reading';

/** In words: the noun and what stands before it, "a mare called", "an old blue boat named". */
const LONGEST_NOUN = 4;

/** "The northern league has been called Super League since 1996", "a mare called Paris". */
export const merelyCalled: FixedClue = {
  name: 'merelyCalled',
  speaks: 'against',
  only: { beside: ['called'] },
  belief: -6,
  value({ around, option, kind, span, single, story: { readings, sameWords } }) {
    if (kind === 'person' && single) return sameWords(span).some((one) => isCalledSo(one, readings[one.at])) ? 1 : 0;
    if (!around.merelyCalled) return 0;
    if (option.use === 'company' || (option.use === 'short' && kind !== 'person')) return 1;
    const reading = readings[span.at];
    return kind === 'place' && option.use === 'name' && reading && isNewThing(span, reading) ? 1 : 0;
  },
};

/** "A man named Saddam": followed by one word; not "a critic called Trump a liar". */
function isCalledSo(span: Span, reading: Reading | undefined): boolean {
  const before = reading?.words[span.first - 1];
  return (
    before !== undefined &&
    reading?.language.cues.naming.has(before.folded) === true &&
    (isCopula(span, reading) || isNewThing(span, reading))
  );
}

/** "The cat is called Trump", not "was called Trump's friend". */
function isCopula({ first, last, end }: Span, { words, language, block }: Reading): boolean {
  if (!language.cues.copulas.has(words[first - 2]?.folded ?? '') || /^['’]/.test(block.text.slice(end, end + 1)))
    return false;
  return words[last + 1]?.joint !== 'space';
}

/**
 * "A mare called Paris", not "a village called Paris"; in "a minister called Russia a threat" the verb means something
 * else.
 */
function isNewThing({ first, last }: Span, { words, language }: Reading): boolean {
  const { indefinites, placeNouns } = language.cues;
  const next = words[last + 1];
  if (next?.joint === 'space' && (indefinites.has(next.folded) || language.cues.articles.has(next.folded)))
    return false;
  const noun = words[first - 2];
  if (!noun || noun.capital || placeNouns.has(noun.folded)) return false;
  for (let at = first - 3; at >= first - 2 - LONGEST_NOUN && words[at + 1]?.joint !== 'break'; at--) {
    if (indefinites.has(words[at]?.folded ?? '')) return true;
  }
  return false;
}

export const about: About = {
  when: 'a form that needs company, right after “called”, “named”, or a place after “a mare called”; a person by one word that stands so anywhere in the story',
  example: {
    story: [
      'Brazil voted. Brazil waits, and Brazil counts.',
      'The winner was a mare called [Congress] from Porto Alegre.',
    ],
    day: '2018-02-11',
    opens: null,
    without: 'national-congress-brazil',
  },
};
