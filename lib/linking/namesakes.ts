import { OPENERS } from './cue-words';
import type { Reading, Word } from './reading';
import type { Ref, Shelf } from './shelf';
import { placeOfSpan, type Span, wordCount } from './spans';
import type { Surroundings } from './surroundings';

/** People of the story whom the packs do not know, by surname: "Ahmed Rouhani" makes a later "Rouhani" doubtful. */
export interface Namesakes {
  /** Must a surname that stands at `place` be left alone, because a stranger may be meant? */
  doubtful(span: Span, fullNames: readonly number[]): boolean;
  /** First names with which a surname belongs to a stranger, for headlines: "melania trump". */
  isStrangersName(first: string, surname: string): boolean;
}

export function findNamesakes(
  spans: readonly Span[],
  arounds: ReadonlyMap<Span, Surroundings>,
  shelf: Shelf,
): Namesakes {
  const places = new Map<string, number[]>();
  const names = new Set<string>();
  for (const span of spans) {
    const first = arounds.get(span)?.strangerBefore;
    if (!first || wordCount(span) !== 1 || first.folded.length < 2) continue;
    if (!span.options.some((option) => option.use !== 'demonym' && shelf.entity(option.ref).kind === 'person'))
      continue;
    names.add(`${first.folded} ${span.folded}`);
    const there = places.get(span.folded);
    if (there) there.push(placeOfSpan(span));
    else places.set(span.folded, [placeOfSpan(span)]);
  }
  for (const there of places.values()) there.sort((a, b) => a - b);
  return {
    isStrangersName: (first, surname) => names.has(`${first} ${surname}`),
    doubtful(span, fullNames) {
      const strangers = places.get(span.folded);
      if (!strangers) return false;
      const here = placeOfSpan(span);
      const stranger = lastBefore(strangers, here);
      const known = lastBefore(fullNames, here);
      if (stranger < 0) return known < 0 && fullNames.length === 0;
      return known < stranger;
    },
  };
}

/** Acronyms that the story explains in brackets. */
export interface Introduced {
  /** folded acronym → what it stands for; null when for something that the packs do not know. */
  readonly acronyms: ReadonlyMap<string, Ref | null>;
}

const LONGEST_ACRONYM = 8;

/**
 * "Popular Mobilization Force (PMF)" and "PMF (Popular Mobilization Force)". `meant` tells which entity a run of words
 * ending (or beginning) at a word was taken for.
 */
export function findIntroduced(
  readings: readonly Reading[],
  meant: (at: number, word: number, side: 'ends' | 'begins') => Ref | null,
): Introduced {
  const acronyms = new Map<string, Ref | null>();
  for (const [at, { words, block }] of readings.entries()) {
    if (!block.text.includes('(')) continue;
    for (let inside = 1; inside < words.length; inside++) {
      const word = words[inside] as Word;
      if (block.text[word.start - 1] !== '(') continue;
      const before = words[inside - 1] as Word;
      if (isAcronym(block.text, word) && /^[),;]/.test(block.text.slice(word.end))) {
        learn(acronyms, word.folded, meant(at, inside - 1, 'ends'), spells(words, inside - 1, word.folded));
      } else if (isAcronym(block.text, before) && word.capital) {
        const close = block.text.indexOf(')', word.start);
        let end = inside;
        while (end + 1 < words.length && (words[end + 1]?.start ?? 0) < close) end += 1;
        if (close > 0) learn(acronyms, before.folded, meant(at, inside, 'begins'), spells(words, end, before.folded));
      }
    }
  }
  return { acronyms };
}

function learn(acronyms: Map<string, Ref | null>, acronym: string, ref: Ref | null, spelt: boolean): void {
  if (ref !== null) acronyms.set(acronym, ref);
  else if (spelt && !acronyms.has(acronym)) acronyms.set(acronym, null);
}

function isAcronym(text: string, word: Word): boolean {
  const surface = text.slice(word.start, word.end);
  return word.folded.length >= 2 && word.folded.length <= LONGEST_ACRONYM && /^[\p{Lu}.&]{2,}s?$/u.test(surface);
}

/** Do the initials of the words that end at `end` spell the acronym? Small words may be left out. */
function spells(words: readonly Word[], end: number, acronym: string): boolean {
  let at = end;
  for (let letter = acronym.length - 1; letter >= 0; at--) {
    const word = words[at];
    if (!word || end - at > acronym.length * 2 + 2) return false;
    if (word.folded[0] === acronym[letter]) letter -= 1;
    else if (word.capital && !OPENERS.has(word.folded)) return false;
  }
  return true;
}

/** The last of the ascending places that lies before `place`, or -1. */
function lastBefore(places: readonly number[], place: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return places[low - 1] ?? -1;
}
