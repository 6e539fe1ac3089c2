import type { Language } from '../../language';
import { isGivenName } from '../known/is-given-name';
import type { Ref, Shelf } from '../known/shelf';
import type { Reading, Word } from '../read/reading';
import { findNameParts, type NameParts } from './name-parts';
import { blockOf, firstNotBefore, placeOfSpan, type Span, wordCount } from './spans';
import { joinsPerson, type Surroundings } from './surroundings';

/** People in the story whom the packs do not know, by surname: "Ahmed Rouhani" makes a later "Rouhani" doubtful. */
export interface Namesakes extends NameParts {
  /** Does a stranger in the story bear the surname? If not, none of what follows applies. */
  isStrangersToo(surname: Span): boolean;
  /** Must a surname at `place` be left alone because it may mean a stranger? */
  doubtful(span: Span, fullNames: readonly number[]): boolean;
  /** Does this first name make the surname a stranger's? For headlines: "melania trump". */
  isStrangersName(first: string, surname: string): boolean;
}

export function findNamesakes(
  spans: readonly Span[],
  readings: readonly Reading[],
  arounds: readonly Surroundings[],
  shelf: Shelf,
): Namesakes {
  const places = new Map<string, number[]>();
  const names = new Set<string>();
  const parts = findNameParts(spans, arounds, readings, shelf);
  for (let at = 0; at < spans.length; at++) {
    const span = spans[at] as Span;
    const around = arounds[at];
    const first = around?.strangerBefore;
    const reading = readings[span.at];
    if (!reading || !(first || around?.strangerAfter) || !mayBeSurname(span, shelf)) continue;
    // "Perry Calvin … Perry was at work".
    if (around?.strangerAfter && isGivenName(span.folded)) put(places, span);
    if (!first || first.folded.length < 2 || !joinsPerson(span, first, reading)) continue;
    names.add(`${first.folded} ${span.folded}`);
    put(places, span);
  }
  for (const there of places.values()) there.sort((a, b) => a - b);
  /** Where strangers' surnames stand alone. */
  let bare: ReadonlyMap<string, readonly number[]> | null = null;
  const findBare = (): ReadonlyMap<string, readonly number[]> => {
    const found = new Map<string, number[]>();
    for (const span of spans)
      if (places.has(span.folded) && mayBeSurname(span, shelf) && isBare(span, readings[span.at] as Reading))
        put(found, span);
    for (const there of found.values()) there.sort((a, b) => a - b);
    return found;
  };
  return {
    ...parts,
    isStrangersToo: ({ folded }) => places.has(folded),
    isStrangersName: (first, surname) => names.has(`${first} ${surname}`),
    doubtful(span, fullNames) {
      const strangers = places.get(span.folded);
      if (!strangers) return false;
      const here = placeOfSpan(span);
      const stranger = lastBefore(strangers, here);
      const known = lastBefore(fullNames, here);
      const [firstStranger, firstKnown] = [strangers[0] as number, fullNames[0] ?? Infinity];
      // In a headline it is whoever is named in full first.
      if (stranger < 0) return known < 0 && firstKnown > firstStranger;
      // Someone called by surname alone stays that; others of the name are given in full.
      bare ??= findBare();
      const stands = bare.get(span.folded) ?? [];
      if (firstStranger < firstKnown && lastBefore(stands, Math.min(firstKnown, here)) > firstStranger) return true;
      const isOnce = stranger === firstStranger && blockOf(stranger) < span.at;
      if (isOnce && firstKnown < firstStranger && lastBefore(stands, firstStranger) >= 0) return false;
      // "Paul Johnson and Boris Johnson left": from here on it may be either.
      return known < stranger || blockOf(known) === blockOf(stranger);
    },
  };
}

const mayBeSurname = (span: Span, shelf: Shelf): boolean =>
  wordCount(span) === 1 &&
  span.options.some((option) => option.use !== 'demonym' && shelf.entity(option.ref).kind === 'person');

function put(places: Map<string, number[]>, span: Span): void {
  const there = places.get(span.folded);
  if (there) there.push(placeOfSpan(span));
  else places.set(span.folded, [placeOfSpan(span)]);
}

/** Does the surname stand alone or behind a title? */
function isBare({ first, last }: Span, { words, language }: Reading): boolean {
  const [before, word, next] = [words[first - 1], words[first], words[last + 1]];
  if (next?.capital && next.joint === 'space') return false;
  return (
    !before?.capital ||
    word?.joint === 'break' ||
    language.names.openers.has(before.folded) ||
    language.titles.titleOf(before.folded) !== null
  );
}

/** Acronyms that the story explains in brackets. */
export interface Introduced {
  /** Folded acronym → what it stands for; null for something the packs do not know. */
  readonly acronyms: ReadonlyMap<string, Ref | null>;
}

const LONGEST_ACRONYM = 8;

/**
 * "Popular Mobilization Force (PMF)" and "PMF (Popular Mobilization Force)". `meant` says which entity the words ending
 * (or beginning) at a word were taken for.
 */
export function findIntroduced(
  readings: readonly Reading[],
  meant: (at: number, word: number, side: 'ends' | 'begins') => Ref | null,
  isBody: (ref: Ref) => boolean,
): Introduced {
  const acronyms = new Map<string, Ref | null>();
  const learn = (acronym: string, ref: Ref | null, spelt: boolean): void => {
    // "LOS ANGELES (AP)", "Markus Söder (CSU)": after a place or person the brackets mean something else, unless the
    // initials match.
    if (ref !== null && (spelt || isBody(ref))) acronyms.set(acronym, ref);
    else if (ref === null && spelt && !acronyms.has(acronym)) acronyms.set(acronym, null);
  };
  for (const [at, { words, block, language }] of readings.entries()) {
    if (!block.text.includes('(')) continue;
    for (let inside = 1; inside < words.length; inside++) {
      const word = words[inside] as Word;
      if (block.text[word.start - 1] !== '(') continue;
      const before = words[inside - 1] as Word;
      if (isAcronym(block.text, word) && /^[),;]/.test(block.text.slice(word.end))) {
        learn(
          word.folded,
          meant(at, inside - 1, 'ends'),
          spells(words, inside - 1, word.folded, isPlural(block.text, word), language),
        );
      } else if (isAcronym(block.text, before) && word.capital) {
        const close = block.text.indexOf(')', word.start);
        let end = inside;
        while (end + 1 < words.length && (words[end + 1]?.start ?? 0) < close) end += 1;
        const spelt = close > 0 && spells(words, end, before.folded, isPlural(block.text, before), language);
        // "BERLIN (Deutsche Welle) —": a town in capitals is not an acronym of the agency.
        if (spelt) learn(before.folded, meant(at, inside, 'begins'), spelt);
      }
    }
  }
  return { acronyms };
}

function isAcronym(text: string, word: Word): boolean {
  const surface = text.slice(word.start, word.end);
  return word.folded.length >= 2 && word.folded.length <= LONGEST_ACRONYM && /^[\p{Lu}.&]{2,}s?$/u.test(surface);
}

/** "CBs": the s is no initial. */
const isPlural = (text: string, { end }: Word): boolean => text[end - 1] === 's';

/** Do the initials of the words ending at `end` spell the acronym? Small words may be skipped. */
function spells(words: readonly Word[], end: number, folded: string, plural: boolean, { names }: Language): boolean {
  const acronym = plural ? folded.slice(0, -1) : folded;
  let at = end;
  for (let letter = acronym.length - 1; letter >= 0; at--) {
    const word = words[at];
    if (!word || end - at > acronym.length * 2 + 2) return false;
    if (word.folded[0] === acronym[letter]) letter -= 1;
    else if (word.capital && !names.openers.has(word.folded)) return false;
  }
  return true;
}

/** The last of the ascending places before `place`, or -1. */
const lastBefore = (places: readonly number[], place: number): number =>
  places[firstNotBefore(places, place) - 1] ?? -1;
