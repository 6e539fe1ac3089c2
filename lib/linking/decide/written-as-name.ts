import type { Candidate } from '../around/clue';
import type { Span } from '../find/spans';
import { knownOfHead } from '../known/known-of-head';
import { isDigitAt } from '../read/is-digit-at';
import type { Reading } from '../read/reading';

const SHOUTED = /^\p{Lu}{2,}$/u;
/** "Iraq's war with Iran" is not the Iraq War. */
const GENITIVE = /['’]s? /;
/** What goes on behind a word in capitals is no dateline, no "LINCOLN, Neb.", no caption. */
const GOES_ON = /^(?:['’]s)? \p{Ll}/u;

/**
 * Does it stand with the letters of a name? "The watchdog NICE", "POLICE asked" have those of an acronym or of a cry, and of
 * "Birmingham city council" and "A combination" the capital is not that of Birmingham City and of A-Combination; "when
 * Victoria falls" tells of somebody, and "Iraq's war with Iran" of another war.
 */
export function writtenAsName({ option, span, single, kind, story: { readings, shelf } }: Candidate): boolean {
  const reading = readings[span.at];
  if (!reading || option.via !== 'form' || option.use === 'demonym') return true;
  if (isOtherNumber(span, reading, () => numberOf(shelf.entity(option.ref)))) return false;
  if (option.caseRule !== 'initial') return true;
  if (kind === 'event' && GENITIVE.test(span.surface) && !GENITIVE.test(shelf.entity(option.ref).name))
    return !isSmallBehind(span, reading, shelf.entity(option.ref).name);
  if (single) return kind === 'person' || !isCry(span, reading, shelf.entity(option.ref).name);
  const mayBeOther = kind === 'team' || isArticle(span, reading) || (kind === 'place' && isVerbBehind(span, reading));
  return !(mayBeOther && isSmallBehind(span, reading, shelf.entity(option.ref).name));
}

const isCry = ({ surface, end }: Span, { shouted, titled, block: { text } }: Reading, name: string): boolean =>
  !shouted && !titled && SHOUTED.test(surface) && !name.includes(surface) && GOES_ON.test(text.slice(end, end + 4));

const isArticle = ({ first }: Span, { words, language: { cues } }: Reading): boolean =>
  words[first]?.initial === true && cues.indefinites.has(words[first]?.folded ?? '');

const NUMBER = /^[  ](\d{2,4})(?![\d%:-]|[.,]\d|\s(?:points?|per ?cent|\p{Sc}))/u;
const NUMBERED = /\s(\d{2,4})$/;
const LONGEST_NUMBER = 14;

/** "The FTSE 250" of the FTSE 100, "the S&P 600": another one of the same house. */
function isOtherNumber({ end }: Span, { block: { text } }: Reading, numberOfName: () => string): boolean {
  // Nearly no name has a number behind it.
  if (!isDigitAt(text, end + 1)) return false;
  const own = numberOfName();
  if (own === '') return false;
  const [, told] = NUMBER.exec(text.slice(end, end + LONGEST_NUMBER)) ?? [];
  return told !== undefined && told !== own;
}

/** With which its name ends; empty where it does not. */
const numberOf = knownOfHead(({ name }) => NUMBERED.exec(name)?.[1] ?? '');

/** "Victoria falls": it may be a verb, where no article stands before the name. */
const isVerbBehind = ({ first, last }: Span, { words, language: { cues, names } }: Reading): boolean =>
  names.verbs.has(words[last]?.folded ?? '') && !cues.articles.has(words[first - 1]?.folded ?? '');

/** "City" of the name in small letters; "team" has small ones in the name, too. */
function isSmallBehind({ last }: Span, { words, block }: Reading, name: string): boolean {
  const word = words[last];
  if (!word || word.capital) return false;
  const small = block.text.slice(word.start, word.end);
  return name.includes(small.charAt(0).toUpperCase() + small.slice(1));
}
