import type { Kind } from '../facts';
import {
  GENERATIONS,
  INSTITUTIONS,
  KIN,
  NAMING,
  OPENERS,
  ORDINARY,
  PLACE_NOUNS,
  PLACE_PREPOSITIONS,
  SPEECH,
  TITLE_TAILS,
  TITLES,
} from './cue-words';
import type { Reading, Word } from './reading';
import type { Shelf } from './shelf';
import { type Span, wordCount } from './spans';

/** What the words around a span say of it, whatever it may mean. */
export interface Surroundings {
  /** Titles right before it, folded: "vice president"; empty without. */
  readonly title: string;
  readonly afterPlacePreposition: boolean;
  readonly speaks: boolean;
  /** "My sister Georgia". */
  readonly afterKin: boolean;
  /** "The city of Liverpool". */
  readonly afterPlaceNoun: boolean;
  /** "Has been called Super League". */
  readonly merelyCalled: boolean;
  /** "in French", said of a language. */
  readonly language: boolean;
  /** "the" stands before it, and it is no modifier of a noun behind it. */
  readonly withArticle: boolean;
  /** Its capital comes from its place in the sentence or from the style of the line. */
  readonly capitalProvesNothing: boolean;
  /** Capitalised neighbours that no title, opener or known name explains. */
  readonly strangerBefore: Word | null;
  readonly strangerAfter: Word | null;
  /** A name stands right behind it: what names an office is then the title of somebody. */
  readonly beforeName: boolean;
  /** "University of …": the head of a longer name that ends with the span. */
  readonly headBefore: Word | null;
}

/** For each word of a reading: is it part of some name of the packs, and of which kinds? */
export interface Cover {
  readonly name: Uint8Array;
  readonly demonym: Uint8Array;
  readonly place: Uint8Array;
}

const MOST_TITLE_WORDS = 5;

export function coverWords(readings: readonly Reading[], spans: readonly Span[], shelf: Shelf): Cover[] {
  const covers = readings.map(({ words }) => ({
    name: new Uint8Array(words.length),
    demonym: new Uint8Array(words.length),
    place: new Uint8Array(words.length),
  }));
  for (const span of spans) {
    const cover = covers[span.at];
    if (!cover) continue;
    for (const option of span.options) {
      const target =
        option.use === 'demonym'
          ? cover.demonym
          : option.use !== 'name'
            ? null
            : shelf.entity(option.ref).kind === 'place'
              ? cover.place
              : cover.name;
      target?.fill(1, span.first, span.last + 1);
    }
  }
  return covers;
}

export function lookAround(span: Span, reading: Reading, cover: Cover): Surroundings {
  const { words } = reading;
  const first = words[span.first] as Word;
  const before = first.joint === 'break' ? undefined : words[span.first - 1];
  const next = words[span.last + 1];
  const after = next === undefined || next.joint === 'break' ? undefined : next;
  return {
    title: titleBefore(words, span.first),
    afterPlacePreposition: before !== undefined && PLACE_PREPOSITIONS.has(before.folded),
    afterPlaceNoun: before?.folded === 'of' && PLACE_NOUNS.has(words[span.first - 2]?.folded ?? ''),
    merelyCalled: before !== undefined && NAMING.has(before.folded),
    afterKin: before !== undefined && KIN.has(before.folded),
    language: before !== undefined && (before.folded === 'in' || before.folded === 'speak') && endsPhrase(next),
    withArticle: before?.folded === 'the' && endsPhrase(next),
    speaks: (next !== undefined && SPEECH.has(next.folded)) || (before !== undefined && SPEECH.has(before.folded)),
    capitalProvesNothing: provesNothing(span, reading, first),
    strangerBefore:
      before &&
      !reading.titled &&
      !possessive(reading, before.end, first.start) &&
      isStranger(words, span.first - 1, cover)
        ? before
        : null,
    strangerAfter:
      after &&
      (GENERATIONS.has(after.folded) ||
        (!reading.titled && !possessive(reading, span.end, after.start) && isStranger(words, span.last + 1, cover)))
        ? after
        : null,
    beforeName:
      after !== undefined &&
      after.joint === 'space' &&
      after.capital &&
      (!reading.titled || isCovered(cover, span.last + 1)),
    headBefore: reading.titled ? null : headOfLongerName(words, span.first, cover),
  };
}

/** May the span be but a piece of a longer name that nobody knows: "Melania [Trump]", "University of [Baghdad]"? */
export function isPiece(span: Span, around: Surroundings, kind: Kind, demonym: boolean, reading: Reading): boolean {
  const single = wordCount(span) === 1;
  const { strangerBefore, strangerAfter, headBefore } = around;
  if (strangerAfter) return true;
  if (headBefore && kind !== 'person') return true;
  if (!strangerBefore) return false;
  if (kind === 'person') return single;
  if (strangerBefore.initial && (kind === 'place' || !single || demonym)) return false;
  // "ex-US", "Anglo-American": with a hyphen only a stranger in the middle of a sentence makes one name of both.
  return reading.words[span.first]?.joint === 'space' || demonym;
}

function titleBefore(words: readonly Word[], first: number): string {
  const title: string[] = [];
  for (let at = first - 1; at >= 0 && title.length < MOST_TITLE_WORDS; at--) {
    if (words[at + 1]?.joint === 'break') break;
    const word = words[at] as Word;
    if (!isTitleWord(words, at)) break;
    title.unshift(word.folded);
  }
  return title.join(' ');
}

function provesNothing(span: Span, reading: Reading, first: Word): boolean {
  const acronym = span.options.every((option) => option.caseRule === 'exact');
  if (reading.shouted && acronym) return true;
  if (wordCount(span) > 1 || acronym || !first.capital) return false;
  return (reading.titled || first.initial) && ORDINARY.has(first.folded);
}

/** Is there no noun behind it that it could belong to? */
const endsPhrase = (next: Word | undefined): boolean =>
  next === undefined || next.joint === 'break' || (OPENERS.has(next.folded) && !next.capital);

function isTitleWord(words: readonly Word[], at: number): boolean {
  const folded = words[at]?.folded ?? '';
  if (TITLES.has(folded)) return true;
  if (folded === 'of') return TITLE_TAILS.has(words[at + 1]?.folded ?? '') && TITLES.has(words[at - 1]?.folded ?? '');
  return TITLE_TAILS.has(folded) && words[at - 1]?.folded === 'of' && TITLES.has(words[at - 2]?.folded ?? '');
}

function isStranger(words: readonly Word[], at: number, cover: Cover): boolean {
  const word = words[at];
  if (!word?.capital || OPENERS.has(word.folded) || isTitleWord(words, at)) return false;
  return !isCovered(cover, at);
}

const isCovered = (cover: Cover, at: number): boolean =>
  cover.name[at] === 1 || cover.demonym[at] === 1 || cover.place[at] === 1;

function possessive(reading: Reading, from: number, to: number): boolean {
  return /['’ʼ]/.test(reading.block.text.slice(from, to));
}

function headOfLongerName(words: readonly Word[], first: number, cover: Cover): Word | null {
  const of = words[first - 1];
  const head = words[first - 2];
  if (!of || !head || of.folded !== 'of' || of.joint === 'break' || words[first]?.joint === 'break') return null;
  return isStranger(words, first - 2, cover) && (!head.initial || INSTITUTIONS.has(head.folded)) ? head : null;
}
