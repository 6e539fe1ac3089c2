import type { About, Candidate, FixedClue } from '../around/clue';
import { NO_PERSON } from '../around/scope';
import { standsInName } from '../around/stands-in-name';
import type { Span } from '../find/spans';
import type { Reading, Word } from '../read/reading';

/** "[Boston] Children's Hospital": part of a longer name that the packs do not know. */
export const pieceOfLongerName: FixedClue = {
  name: 'pieceOfLongerName',
  speaks: 'against',
  only: { kinds: NO_PERSON },
  belief: -4,
  value: (candidate) =>
    candidate.kind !== 'person' &&
    (standsInName(candidate) ||
      standsInDateline(candidate) ||
      (candidate.kind === 'company' && touchesCompany(candidate)) ||
      (candidate.kind === 'place' && standsInOther(candidate)))
      ? 1
      : 0,
};

/** "[Fiat] [Chrysler]": two firms with only a space between them are a third. */
function touchesCompany({
  span: { at, first, last, start, end },
  story: { readings, shelf, spans },
}: Candidate): boolean {
  const text = readings[at]?.block.text;
  return [spans.endingAt(at, first - 1), spans.startingAt(at, last + 1)].some(
    (other) =>
      other !== undefined &&
      (other.end + 1 === start || end + 1 === other.start) &&
      text?.[Math.min(end, other.end)] === ' ' &&
      other.options.some(({ ref }) => shelf.entity(ref).kind === 'company'),
  );
}

/** "P. [Sunderland]"; but a point of the compass is no initial: "S. Korea". */
const INITIAL = /(?:^|[\s(“"])(?![NSEW]\.)\p{Lu}\. $/u;
/** "Lloyd's of [London]": part of a name, not where something is. */
const OF_SOMEBODYS = /\p{Lu}[\p{L}.]*['’]s of $/u;
const LONGEST_OWNER = 30;
const TREATY = /^(?:[-–]\p{Lu}[\p{L}.]*)*(?: \p{Lu}\p{L}*){0,2} (\p{Lu}\p{L}+)/u;
const LONGEST_TREATY = 60;

/** "US-[Mexico]-Canada Agreement", "Air [France]", "[Manchester] by the Sea", "P. [Sunderland]". */
function standsInOther({ option, span, single, story: { readings, sameWords } }: Candidate): boolean {
  const reading = readings[span.at];
  if (!reading || option.use === 'demonym') return false;
  const { text } = reading.block;
  const { names } = reading.language;
  const before = reading.words[span.first - 1];
  if (before?.capital && reading.words[span.first]?.joint === 'space' && names.brands.has(before.folded)) return true;
  const isBehind = (sign: string): boolean => text.startsWith(sign, span.start - sign.length);
  if (single && isBehind('. ') && INITIAL.test(text.slice(Math.max(0, span.start - 4), span.start))) return true;
  if (isBehindHead(span, reading)) return true;
  if (isBehind(' of ') && OF_SOMEBODYS.test(text.slice(Math.max(0, span.start - LONGEST_OWNER), span.start)))
    return true;
  if (names.goesOn.test(text.slice(span.end, span.end + LONGEST_TREATY))) return true;
  const isJoined = isHyphen(text[span.start - 1]) || isHyphen(text[span.end]);
  if (isJoined) {
    const pair = pairAt(span, reading);
    const isPair = (one: Span): boolean => isFirm(one, readings[one.at] as Reading, pair);
    if (pair !== null && [span, ...sameWords(span)].some(isPair)) return true;
  }
  const [, last] = (isJoined && TREATY.exec(text.slice(span.end, span.end + LONGEST_TREATY))) || [];
  return last !== undefined && names.treaties.has(last.toLowerCase());
}

/** "Gulf of [America]", "Port Authority of New York and [New Jersey]". */
function isBehindHead({ first, start }: Span, { words, block, language: { names, cues } }: Reading): boolean {
  let of = first - 1;
  if (cues.and.has(words[of]?.folded ?? ''))
    do of -= 1;
    while (words[of]?.capital);
  const head = words[of - 1];
  if (words[of]?.folded !== names.of || !head?.capital || block.text.slice(words[of]?.end, start).includes(','))
    return false;
  return names.waters.has(head.folded) || (names.institutions.has(head.folded) && isName(words[of - 2], head));
}

const isName = (before: Word | undefined, head: Word): boolean =>
  before?.capital === true && !before.initial && head.joint === 'space';

/** "Georgia-Pacific": exactly two names joined by a hyphen. */
function pairAt({ first, last }: Span, { words, block }: Reading): string | null {
  const [from, to] = words[first]?.joint === 'hyphen' ? [first - 1, last] : [first, last + 1];
  const [one, other] = [words[from], words[to]];
  if (!one?.capital || !other?.capital || other.joint !== 'hyphen') return null;
  if (one.joint === 'hyphen' || words[to + 1]?.joint === 'hyphen') return null;
  return block.text.slice(one.start, other.end);
}

/** "[Georgia]-Pacific will hire"; not a pair of places, which has a noun behind it: "US-China talks". */
function isFirm(span: Span, reading: Reading, pair: string | null): boolean {
  if (pairAt(span, reading) !== pair) return false;
  const { words, language } = reading;
  const next = words[words[span.first]?.joint === 'hyphen' ? span.last + 1 : span.last + 2];
  return (
    next?.joint === 'space' &&
    !next.capital &&
    (language.cues.speech.has(next.folded) || language.cues.auxiliaries.has(next.folded))
  );
}

const isHyphen = (sign: string | undefined): boolean => sign === '-' || sign === '–';

const DATELINE = /^(?:, [^—–(]{2,40})? ?(?:\([^)]{2,24}\) ?)?[—–-]{1,2}\s/;
/** Words in a dateline before its last. */
const MOST_WORDS = 3;

/** "WEST [PALM BEACH], Fla. (AP) —": capitals at the start of a block form one name. */
function standsInDateline({ span, story: { readings } }: Candidate): boolean {
  const reading = readings[span.at];
  if (!reading || span.first === 0 || span.first > MOST_WORDS) return false;
  const { words, block, language } = reading;
  // "THE HAGUE".
  if (language.names.openers.has(words[0]?.folded ?? '')) return false;
  if (words.slice(1, span.first + 1).some(({ joint }) => joint !== 'space')) return false;
  return (
    /^[\p{Lu}\s.]+$/u.test(block.text.slice(words[0]?.start, span.end)) && DATELINE.test(block.text.slice(span.end))
  );
}

export const about: About = {
  when: 'no person (a condition forbids these), with a capitalised word that nobody knows right before or behind it, or in the middle of a dateline; a firm right beside another; a place in the name of a treaty, behind an initial, behind “Lloyd’s of”, “Air”, “Gulf of” or “Port Authority of”, or before “by the Sea”',
  example: {
    story: ['The opera moved to [Boston] Childrens Hospital.'],
    day: '2020-01-05',
    opens: null,
    without: 'boston',
  },
};
