import type { Kind } from '../../facts';
import type { Language } from '../../language';
import type { Reading, Word } from '../read/reading';
import { WORD_MARK } from '../read/word-marks';
import { type Span, wordCount } from './spans';

/** What the words around a span say about it, whatever it may mean. */
export interface Surroundings {
  /** Titles right before it, folded: "vice president"; empty if none. */
  readonly title: string;
  readonly afterPlacePreposition: boolean;
  readonly speaks: boolean;
  /** "The city of Liverpool". */
  readonly afterPlaceNoun: boolean;
  /** "Has been called Super League". */
  readonly merelyCalled: boolean;
  /** Used as a language: "in French". */
  readonly language: boolean;
  /** "the" stands before it and belongs to it, not to a noun behind it. */
  readonly withArticle: boolean;
  /** "Told The Independent", "for the Guardian". */
  readonly afterPress: boolean;
  /** Its capital may come from the start of a sentence or the style of the line. */
  readonly capitalProvesNothing: boolean;
  /** Capitalised neighbours not explained by a title, opener or known name. */
  readonly strangerBefore: Word | null;
  readonly strangerAfter: Word | null;
  /** A name stands right behind it, so an office here is that person's title. */
  readonly beforeName: boolean;
  /** "University of …": the head of a longer name that ends with the span. */
  readonly headBefore: Word | null;
}

/** For each word of a reading: is it part of a known name? `NAME`, `DEMONYM` or both. */
export type Cover = Uint8Array;
const NAME = 1;
const DEMONYM = 2;
export const isDemonym = (cover: Cover | undefined, word: number): boolean => ((cover?.[word] ?? 0) & DEMONYM) !== 0;

const MOST_TITLE_WORDS = 5;

export function coverWords(readings: readonly Reading[], spans: readonly Span[]): Cover[] {
  const covers = readings.map(({ words }) => new Uint8Array(words.length));
  for (const span of spans) {
    const cover = covers[span.at];
    if (!cover) continue;
    let marks = 0;
    for (const { use } of span.options) marks |= use === 'demonym' ? DEMONYM : use === 'name' ? NAME : 0;
    if (marks !== 0) for (let word = span.first; word <= span.last; word++) cover[word] = (cover[word] ?? 0) | marks;
  }
  return covers;
}

export function lookAround(span: Span, reading: Reading, cover: Cover): Surroundings {
  const { words, language } = reading;
  const { names } = language;
  const first = words[span.first] as Word;
  const before = first.joint === 'break' ? undefined : words[span.first - 1];
  const next = words[span.last + 1];
  const after = next === undefined || next.joint === 'break' ? undefined : next;
  const beforeMarks = before?.marks ?? 0;
  const afterArticle = (beforeMarks & WORD_MARK.article) !== 0;
  return {
    title: titleBefore(words, span.first, language),
    afterPlacePreposition: (beforeMarks & WORD_MARK['place-preposition']) !== 0,
    afterPlaceNoun: isAfterPlaceNoun(words, span.first, before, language),
    merelyCalled: (beforeMarks & WORD_MARK.naming) !== 0,
    language: (beforeMarks & WORD_MARK['language-preposition']) !== 0 && endsPhrase(next),
    withArticle: afterArticle && endsPhrase(next),
    afterPress:
      before !== undefined &&
      afterArticle &&
      !reading.titled &&
      (((words[span.first - 2]?.marks ?? 0) & WORD_MARK.press) !== 0 || (before.capital && !before.initial)),
    speaks: (((next?.marks ?? 0) | beforeMarks) & WORD_MARK.speech) !== 0,
    capitalProvesNothing: provesNothing(span, reading, first, cover),
    strangerBefore: strangerBefore(span, reading, cover),
    strangerAfter:
      nameGoesOn(words, span.last + 1, language) ??
      titledHouse(words, span.last + 1, cover, language) ??
      (after &&
      (names.generations.has(after.folded) ||
        (!reading.titled &&
          !possessive(reading, span.end, after.start) &&
          isStranger(words, span.last + 1, cover, language) &&
          names.joinsAfter(after.folded, span.folded)))
        ? after
        : null),
    beforeName:
      after !== undefined &&
      after.joint === 'space' &&
      after.capital &&
      (!reading.titled || isCovered(cover, span.last + 1)),
    headBefore: reading.titled ? null : headOfLongerName(words, span.first, cover, language),
  };
}

function strangerBefore({ first }: Span, reading: Reading, cover: Cover): Word | null {
  const { words, language, titled } = reading;
  if (titled || first === 0 || words[first]?.joint === 'break') return null;
  const at = first - (isParticle(words, first - 1, language) ? 2 : 1);
  const [word, next] = [words[at], words[at + 1]];
  if (!word || !next || next.joint === 'break' || possessive(reading, word.end, next.start)) return null;
  // "El-Sisi" at the beginning of a sentence.
  if (next.joint === 'hyphen' && language.names.particles.has(word.folded)) return null;
  return isStranger(words, at, cover, language) && mayJoin(word, words[at - 1], language) ? word : null;
}

/** "Mehmet [al]-Sisi". */
function isParticle(words: readonly Word[], at: number, { names, capitals }: Language): boolean {
  const word = words[at];
  return (
    capitals.meanNames && word?.capital === false && names.particles.has(word.folded) && !names.openers.has(word.folded)
  );
}

/** May the span be just part of a longer unknown name: "Melania [Trump]", "University of [Baghdad]"? */
export function isPiece(span: Span, around: Surroundings, kind: Kind, demonym: boolean, reading: Reading): boolean {
  const single = wordCount(span) === 1;
  const { strangerBefore, strangerAfter, headBefore } = around;
  if (strangerAfter) return true;
  if (headBefore && kind !== 'person') return true;
  if (!strangerBefore) return false;
  if (kind === 'person') return single && joinsPerson(span, strangerBefore, reading);
  if (!reading.language.names.joinsBefore(strangerBefore.folded, 'other', null)) return false;
  if (strangerBefore.initial && reading.language.capitals.meanNames && (kind === 'place' || !single || demonym))
    return false;
  // "ex-US", "Anglo-American": across a hyphen, only a stranger in mid-sentence makes one name of both.
  return reading.words[span.first]?.joint === 'space' || demonym;
}

function titleBefore(words: readonly Word[], first: number, language: Language): string {
  if (first === 0 || words[first]?.joint === 'break' || !isTitleWord(words, first - 1, language)) return '';
  const title: string[] = [];
  for (let at = first - 1; at >= 0 && title.length < MOST_TITLE_WORDS; at--) {
    if (words[at + 1]?.joint === 'break') break;
    const word = words[at] as Word;
    if (!isTitleWord(words, at, language)) break;
    title.unshift(language.titles.titleOf(word.folded) ?? word.folded);
  }
  return title.join(' ');
}

function provesNothing(span: Span, reading: Reading, first: Word, cover: Cover): boolean {
  const acronym = span.options.every((option) => option.caseRule === 'exact');
  if (acronym && (reading.shouted || isShoutedAt(span, reading, cover))) return true;
  if (wordCount(span) > 1 || acronym || !first.capital) return false;
  const { capitals, names } = reading.language;
  return (!capitals.meanNames || reading.titled || first.initial) && names.ordinary.has(first.folded);
}

/** "TELL US what you think", "NHL ICE HOCKEY RESULTS": the word next to the acronym is in capitals too. */
function isShoutedAt({ first, last }: Span, { words, block }: Reading, cover: Cover): boolean {
  const shouts = (at: number, joint: Word | undefined): boolean => {
    const word = words[at];
    return (
      word !== undefined &&
      joint?.joint === 'space' &&
      !isCovered(cover, at) &&
      /^\p{Lu}{2,}$/u.test(block.text.slice(word.start, word.end))
    );
  };
  return shouts(first - 1, words[first]) || shouts(last + 1, words[last + 1]);
}

/** Is there no following noun it could belong to? */
export const endsPhrase = (next: Word | undefined): boolean =>
  next === undefined || next.joint === 'break' || (isOpener(next) && !next.capital);

const isOpener = ({ marks }: Word): boolean => (marks & WORD_MARK.opener) !== 0;

/** "The city of Liverpool", "die Stadt Liverpool". */
function isAfterPlaceNoun(
  words: readonly Word[],
  first: number,
  before: Word | undefined,
  { names }: Language,
): boolean {
  const noun = names.of === null ? before : before?.folded === names.of ? words[first - 2] : undefined;
  return ((noun?.marks ?? 0) & WORD_MARK['place-noun']) !== 0;
}

function isTitleWord(words: readonly Word[], at: number, { names, titles }: Language): boolean {
  if (isTitle(words[at])) return true;
  const folded = words[at]?.folded ?? '';
  if (names.of === null) return false;
  if (folded === names.of) return titles.tails.has(words[at + 1]?.folded ?? '') && isTitle(words[at - 1]);
  return words[at - 1]?.folded === names.of && titles.tails.has(folded) && isTitle(words[at - 2]);
}

const isTitle = (word: Word | undefined): boolean => ((word?.marks ?? 0) & WORD_MARK.title) !== 0;

function isStranger(words: readonly Word[], at: number, cover: Cover, language: Language): boolean {
  const word = words[at];
  if (!word?.capital || isOpener(word) || language.names.members.has(word.folded)) return false;
  return !isTitleWord(words, at, language) && !isCovered(cover, at);
}

const mayJoin = ({ folded }: Word, wordBefore: Word | undefined, { names }: Language): boolean =>
  names.joinsBefore(folded, 'person', wordBefore?.folded ?? null) || names.joinsBefore(folded, 'other', null);

/** May the word before the span be someone's given name? */
export const joinsPerson = (span: Span, before: Word, { words, language }: Reading): boolean =>
  language.names.joinsBefore(before.folded, 'person', words[span.first - 2]?.folded ?? null);

const isCovered = (cover: Cover, at: number): boolean => (cover[at] ?? 0) !== 0;

function possessive(reading: Reading, from: number, to: number): boolean {
  return /['’ʼ]/.test(reading.block.text.slice(from, to));
}

/** "Santiago [de Cuba]", "St. John [the Divine]": a particle, or an epithet's article, followed by a capital. */
function nameGoesOn(words: readonly Word[], at: number, { names, capitals, cues }: Language): Word | null {
  const [particle, next] = [words[at], words[at + 1]];
  if (!capitals.meanNames || !particle || particle.capital || particle.joint !== 'space') return null;
  if (!next?.capital || next.joint !== 'space') return null;
  // "Led Ireland as Taoiseach", but not "Musa as-Sadr".
  const joins = names.particles.has(particle.folded) && !names.openers.has(particle.folded);
  return joins || (cues.articles.has(particle.folded) && names.epithets.has(next.folded)) ? next : null;
}

/**
 * "Leeds [Crown] Court", "Birmingham [New] Street": a word that is also a title or opener, before a building or
 * institution.
 */
function titledHouse(words: readonly Word[], at: number, cover: Cover, language: Language): Word | null {
  const [title, house] = [words[at], words[at + 1]];
  if (!title?.capital || title.joint !== 'space' || !house?.capital || house.joint !== 'space') return null;
  const { institutions, bearers } = language.names;
  if (isCovered(cover, at) || !(institutions.has(house.folded) || bearers.has(house.folded))) return null;
  return language.names.openers.has(title.folded) || isTitleWord(words, at, language) ? title : null;
}

function headOfLongerName(words: readonly Word[], first: number, cover: Cover, language: Language): Word | null {
  const { names } = language;
  const of = words[first - 1];
  const head = words[first - 2];
  if (!of || !head || of.folded !== names.of || of.joint === 'break' || words[first]?.joint === 'break') return null;
  const isHead = head.capital && names.institutions.has(head.folded);
  return isHead || (isStranger(words, first - 2, cover, language) && !head.initial) ? head : null;
}
