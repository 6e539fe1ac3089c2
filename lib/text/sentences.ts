import type { TextRange } from './fold';
import { isCapital, LETTER, letterOf } from './letters';

/** A language's rules for full stops. All words in lower case. */
export interface SentenceRules {
  /** Words after which a full stop does not end a sentence. */
  readonly abbreviations: ReadonlySet<string>;
  /** Those that follow a name, so that a capital behind them may start a sentence: "Inc." */
  readonly trailing: ReadonlySet<string>;
  /** Those that are abbreviations in lower case too: "vs." */
  readonly small: ReadonlySet<string>;
  /** Those that are abbreviations only before a number: "No. 5"; */
  readonly numbered: ReadonlySet<string>;
  /** and capitalised: "Mar. 3". */
  readonly dated: ReadonlySet<string>;
  /** A capitalised word that can only start a sentence: "left the U.S. The vote". */
  readonly begins: RegExp;
  /** A number with a full stop is an ordinal: "am 3. Oktober". */
  readonly ordinals: boolean;
}

const WIDE_STOPS = '。！？';
const STOPS = `.!?…${WIDE_STOPS}`;
const isStop = (unit: number): boolean => STOPS.includes(String.fromCharCode(unit));
/** Quick check: most characters end nothing. */
const MAY_END = Uint8Array.from({ length: 0x80 }, (_, unit) => Number(unit === 10 || isStop(unit)));
const CLOSERS = '"\'”’)]»';
const OPENERS = '"\'“‘([«—–-';

const isWordUnit = (unit: number): boolean => letterOf(unit) > LETTER;

/**
 * Sentences, accurate enough for news: "Gen. Soleimani", "the U.S. Senate", "J. Edgar" and "3.5" stay whole. Spans omit
 * white space between sentences; every other character is in exactly one span.
 */
export function sentences(text: string, rules: SentenceRules): TextRange[] {
  const found: TextRange[] = [];
  let start = 0;
  const close = (end: number): void => {
    let from = start;
    let to = end;
    while (from < to && isSpace(text.charCodeAt(from))) from++;
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
    if (to > from) found.push([from, to]);
    start = end;
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80 ? !MAY_END[unit] : !isStop(unit)) continue;
    const character = text[at]!;
    if (character === '\n') {
      if (text[at + 1] === '\n') close(at + 1);
      continue;
    }
    let end = at;
    let wide = false;
    for (; end < text.length && STOPS.includes(text[end]!); end++) wide ||= WIDE_STOPS.includes(text[end]!);
    while (end < text.length && CLOSERS.includes(text[end]!)) end++;
    const single = end === at + 1;
    const stop = at;
    // A run of stops is judged as a whole: a page may print a thousand dots in a row.
    at = end - 1;
    if (end < text.length && !wide && !isSpace(text.charCodeAt(end))) continue;
    let next = end;
    while (next < text.length && isSpace(text.charCodeAt(next))) next++;
    if (next >= text.length) break;
    if (character === '.' && single && goesOn(text, start, stop, next, rules)) continue;
    if (wide || beginsSentence(text, next)) close(end);
  }
  close(text.length);
  return found;
}

function isSpace(unit: number): boolean {
  return (
    unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0 || unit === 0x202f || unit === 0x2028 || unit === 0x2029
  );
}

function beginsSentence(text: string, at: number): boolean {
  let first = at;
  while (first < text.length && OPENERS.includes(text[first]!)) first++;
  const unit = text.charCodeAt(first);
  return isCapital(unit) || (unit >= 48 && unit <= 57) || (unit > 127 && isWordUnit(unit) && !isLower(text[first]!));
}

const isLower = (character: string): boolean => character.toUpperCase() !== character;

const ORDINAL = /^[0-9]{1,2}$/;

/** Does the stop at `at` belong to an abbreviation, with the sentence continuing at `next`? */
function goesOn(text: string, start: number, at: number, next: number, rules: SentenceRules): boolean {
  let from = at;
  while (from > start && (isWordUnit(text.charCodeAt(from - 1)) || text[from - 1] === '.')) from--;
  const token = text.slice(from, at);
  const word = token.toLowerCase();
  if (/^\p{Lu}$/u.test(token)) return true; // an initial: "J. Edgar"
  if (rules.ordinals && ORDINAL.test(token)) return true;
  // "the U.S. Senate" continues, "left the U.S. The vote" does not: only a function word tells them apart.
  if (/^(\p{L}\.)+\p{L}$/u.test(token)) return !rules.begins.test(text.slice(next, next + 12));
  if (!rules.abbreviations.has(word)) return false;
  const beforeNumber = /[0-9]/.test(text[next] ?? '');
  const capital = isCapital(token.charCodeAt(0));
  if (rules.numbered.has(word)) return beforeNumber;
  if (rules.dated.has(word)) return beforeNumber && capital;
  return !rules.trailing.has(word) && (capital || rules.small.has(word));
}
