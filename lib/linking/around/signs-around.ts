import type { Span } from '../find/spans';
import type { Surroundings } from '../find/surroundings';
import { LEAST_OF_ARENA } from '../read/arenas';
import { isDigitAt } from '../read/is-digit-at';
import type { Reading, Word } from '../read/reading';
import { SIGN, type Signs, signs } from '../read/signs';
import { WORD_MARK } from '../read/word-marks';
import type { StoryFacts } from './clue';

/** In words; the longest dateline: "WEST PALM BEACH". */
const HEAD_WORDS = 3;
const COMMA = 0x2c;
const SPACE = 0x20;
const LAST_OF_ASCII = 0x7f;
const QUOTES = '"“„«‘';

/** Signs that, seen at one occurrence of a name, hold at its other occurrences too. */
const LASTING = signs('called', 'comma', 'quote', 'kin', 'newer', 'verb');

export function findSigns(
  spans: readonly Span[],
  arounds: readonly Surroundings[],
  { readings, arenas }: Pick<StoryFacts, 'readings' | 'arenas'>,
): Signs[] {
  const ofStory = (['game', 'stage', 'turf'] as const).some((arena) => arenas(arena) >= LEAST_OF_ARENA)
    ? SIGN.arena
    : 0;
  const found: Signs[] = [];
  const ofBlock = readings.map(({ block }) => (block.text.includes(';') ? ofStory | SIGN.semicolon : ofStory));
  const lasting = new Map<string, Signs>();
  for (let at = 0; at < spans.length; at++) {
    const span = spans[at] as Span;
    const here = signsAt(span, arounds[at] as Surroundings, readings[span.at] as Reading);
    found.push(here | (ofBlock[span.at] as Signs));
    if ((here & LASTING) !== 0) lasting.set(span.folded, (lasting.get(span.folded) ?? 0) | (here & LASTING));
  }
  if (lasting.size === 0) return found;
  return found.map((here, at) => here | (lasting.get((spans[at] as Span).folded) ?? 0));
}

function signsAt(span: Span, around: Surroundings, { words, block: { text } }: Reading): Signs {
  const { first, last, start, end } = span;
  const [before, next, own] = [words[first - 1], words[last + 1], words[first]];
  let all = (before?.traits.before ?? 0) | (next?.traits.behind ?? 0) | (first === last ? (own?.traits.own ?? 0) : 0);
  if (span.options.length > 1) all |= SIGN.rivals;
  if (first <= HEAD_WORDS) all |= SIGN.head;
  if (around.title !== '') all |= SIGN.title;
  if (around.headBefore) all |= SIGN.institution;
  if (around.afterPlacePreposition) all |= SIGN['place-preposition'];
  if (around.capitalProvesNothing) all |= SIGN.ordinary;
  if (around.afterPlaceNoun) all |= SIGN['place-noun'];
  if (text.charCodeAt(end) === COMMA) all |= SIGN.comma;
  if (isInList(before, next, start, end, text)) all |= SIGN.listed;
  if (isDigitAt(text, end + 1) || isDigitAt(text, start - 2)) all |= SIGN.digit;
  if ((before?.capital && own?.joint === 'space') || (next?.capital && next.joint === 'space')) all |= SIGN.capital;
  if (start > 0 && QUOTES.includes(text.charAt(start - 1))) all |= SIGN.quote;
  return all | ((words[last + 2]?.traits.before ?? 0) & SIGN.generation);
}

/** Any kind and number of spaces may follow a comma. */
function isInList(before: Word | undefined, next: Word | undefined, start: number, end: number, text: string): boolean {
  if ((((before?.marks ?? 0) | (next?.marks ?? 0)) & WORD_MARK.and) !== 0 || text.charCodeAt(end) === COMMA)
    return true;
  const unit = text.charCodeAt(start - 2);
  return unit === COMMA || unit <= SPACE || unit > LAST_OF_ASCII;
}
