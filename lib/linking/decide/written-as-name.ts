import { tableNames } from '../../language';
import type { Candidate } from '../around/clue';
import type { Span } from '../find/spans';
import { type Head, isOfHead, knownOfHead } from '../known/known-of-head';
import { isDigitAt } from '../read/is-digit-at';
import type { Reading } from '../read/reading';
import { lacksCapital } from './lacks-capital';

const SHOUTED = /^\p{Lu}{2,}$/u;
/** "Iraq's war with Iran" is not the Iraq War. */
const GENITIVE = /['’]s? /;
/** Followed by lower case, a word in capitals is not a dateline, not "LINCOLN, Neb." and not a caption. */
const GOES_ON = /^(?:['’]s)? \p{Ll}/u;

/**
 * Is it written the way the name is? In "The watchdog NICE" or "POLICE asked" the capitals are an acronym's or a shout;
 * in "Birmingham city council" and "A combination" the case differs from Birmingham City and A-Combination; "when
 * Victoria falls" is about a person, "Iraq's war with Iran" about another war.
 */
export function writtenAsName({ option, span, single, kind, story: { readings, shelf } }: Candidate): boolean {
  const reading = readings[span.at];
  if (!reading || option.via !== 'form' || option.use === 'demonym') return true;
  if (isPartOfNumber(span, reading)) return false;
  if (isOtherNumber(span, reading, () => numberOf(shelf.entity(option.ref)))) return false;
  if (option.caseRule !== 'initial') return true;
  if (kind === 'person' && !single && isOtherPerson(span, reading, shelf.entity(option.ref))) return false;
  if (
    (kind === 'event' || isParty(shelf.entity(option.ref))) &&
    GENITIVE.test(span.surface) &&
    !GENITIVE.test(shelf.entity(option.ref).name)
  )
    return !lacksCapital(span.last, reading, shelf.entity(option.ref).name);
  if (single) return kind === 'person' || !isCry(span, reading, shelf.entity(option.ref).name);
  const mayBeOther =
    kind === 'team' ||
    isCalledInWords(shelf.entity(option.ref)) ||
    isArticle(span, reading) ||
    (kind === 'place' && isVerbBehind(span, reading));
  return !(mayBeOther && lacksCapital(span.last, reading, shelf.entity(option.ref).name));
}

/** "Sir [Edward said]", "Queen [Elizabeth] I". */
function isOtherPerson({ last, end }: Span, reading: Reading, head: Head): boolean {
  const { name } = head;
  const { words, block, language } = reading;
  const surname = words[last];
  const isSmall = surname?.joint === 'space' && SMALL.test(block.text.slice(surname.start, surname.end));
  if (isSmall && language.capitals.meanNames && lacksCapital(last, reading, name)) return true;
  const numeral = NUMERAL.exec(block.text.slice(end, end + LONGEST_NUMERAL))?.[1];
  if (numeral !== undefined && !name.endsWith(` ${numeral}`) && (numeral !== 'I' || isRuler(head))) return true;
  return false;
}

/** Not "diCaprio". */
const SMALL = /^\p{Ll}+$/u;
/** "I" alone may be whoever speaks, except behind the name of a ruler. */
const NUMERAL = /^ (I{1,3}|IV|VI{0,3}|IX|X[IVX]*)(?![\p{L}’'])/u;
const LONGEST_NUMERAL = 8;
const isRuler = isOfHead(({ gloss }) => tableNames.rulers.test(gloss));

const isParty = isOfHead(({ kind, gloss }) => kind === 'group' && tableNames.parties.test(gloss));

/** A band or a news site called by ordinary words: "No doubt", "an American independent". */
const isCalledInWords = isOfHead(
  ({ kind, gloss, prominence }) =>
    (kind === 'group' && tableNames.bands.test(gloss)) || (kind === 'media' && prominence < WIDELY_KNOWN),
);
const WIDELY_KNOWN = 30;

const isCry = ({ surface, end }: Span, { shouted, titled, block: { text } }: Reading, name: string): boolean =>
  !shouted && !titled && SHOUTED.test(surface) && !name.includes(surface) && GOES_ON.test(text.slice(end, end + 4));

const isArticle = ({ first }: Span, { words, language: { cues } }: Reading): boolean =>
  words[first]?.initial === true && cues.indefinites.has(words[first]?.folded ?? '');

const NUMBER = /^[  ](\d{2,4})(?![\d%:-]|[.,]\d|\s(?:points?|per ?cent|\p{Sc}))/u;
const NUMBERED = /\s(\d{2,4})$/;
const LONGEST_NUMBER = 14;

/** "The FTSE 250" for the FTSE 100, "the S&P 600": another index of the same house. */
function isOtherNumber({ end }: Span, { block: { text } }: Reading, numberOfName: () => string): boolean {
  // Most names have no number behind them.
  if (!isDigitAt(text, end + 1)) return false;
  const own = numberOfName();
  if (own === '') return false;
  const [, told] = NUMBER.exec(text.slice(end, end + LONGEST_NUMBER)) ?? [];
  return told !== undefined && told !== own;
}

const DIGIT_AT_END = /\d$/;
const GOES_ON_AS_NUMBER = /^[.,:]\d/;
const BEHIND_DOT = /\.\s\d+$/;

/** "A 1,300-pound steer" is not an A-1, "D.C. 3, Ill. 19" no DC-3. */
const isPartOfNumber = ({ surface, end }: Span, { block: { text } }: Reading): boolean =>
  DIGIT_AT_END.test(surface) && (GOES_ON_AS_NUMBER.test(text.slice(end, end + 2)) || BEHIND_DOT.test(surface));

/** The number at the end of its name, or empty. */
const numberOf = knownOfHead(({ name }) => NUMBERED.exec(name)?.[1] ?? '');

/** "Victoria falls": may be a verb unless an article stands before the name. */
const isVerbBehind = ({ first, last }: Span, { words, language: { cues, names } }: Reading): boolean =>
  names.verbs.has(words[last]?.folded ?? '') && !cues.articles.has(words[first - 1]?.folded ?? '');
