import type { Candidate } from '../around/clue';
import { arenasOf } from '../known/fields';
import { isCountry } from '../known/is-country';
import { LEAST_OF_ARENA } from '../read/arenas';
import type { Reading } from '../read/reading';
import { SIGN } from '../read/signs';

/** In parts between commas, semicolons and brackets. */
const FEWEST = 8;
/** This share of its words may be in small letters: "Subs not used", "capt". */
const SMALL = 0.15;
const PART = /[,;:()|]/;
/** "Walker", "Van Persie", "Ambrose 80". */
const PLAYER = /^(?:\d+ )?\p{Lu}[\p{L}'’.-]*(?: \p{L}[\p{L}'’.-]*)?(?: \d+)?$/u;
/** Share of the parts that look like a player. */
const MOSTLY = 0.7;
const LISTED = SIGN.listed | SIGN.digit | SIGN.semicolon | SIGN.head;

/** "Hungary: Gulacsi; Botka, [Orban], Szalai": whoever has only one word in a line-up plays, whatever else is called so. */
export function isInLineUp({
  kind,
  option,
  single,
  signs,
  span,
  story: { arenas, readings, shelf },
}: Candidate): boolean {
  if (!single || kind === 'team' || (signs & LISTED) === 0 || arenas('game') < LEAST_OF_ARENA) return false;
  const reading = readings[span.at];
  if (!reading || (kind === 'person' && arenasOf(shelf.entity(option.ref)).includes('game'))) return false;
  // "B Lima (Samoa)".
  const isCountryOf = reading.block.text[span.start - 1] === '(' && isCountry(shelf.entity(option.ref));
  return !isCountryOf && isLineUp(reading);
}

const known = new WeakMap<Reading, boolean>();

function isLineUp(reading: Reading): boolean {
  const before = known.get(reading);
  if (before !== undefined) return before;
  const is = readLineUp(reading);
  known.set(reading, is);
  return is;
}

function readLineUp({ words, block: { text } }: Reading): boolean {
  let small = 0;
  for (const { capital, folded } of words) if (!capital && folded.charCodeAt(0) > LAST_DIGIT) small += 1;
  if (words.length < FEWEST || small > words.length * SMALL) return false;
  const parts = text
    .split(PART)
    .map((part) => part.trim().replace(/\.$/, ''))
    .filter((part) => part !== '');
  const players = parts.filter((part) => PLAYER.test(part)).length;
  return parts.length >= FEWEST && players >= parts.length * MOSTLY;
}

const LAST_DIGIT = 0x39;
