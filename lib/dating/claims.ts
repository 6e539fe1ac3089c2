import { type Day, shiftDay } from '../time';
import * as names from './names';
import { type ReadDay, readDays } from './read-days';
import type { Clues, DayClue } from './types';

/** One day for which a clue is evidence. */
export interface Claim {
  readonly from: DayClue['from'] | 'address';
  readonly reading: ReadDay;
  readonly weight: number;
  /** A date line, as opposed to prose that mentions a day: a UTC stamp within a day of it is a stamp of that day. */
  readonly line: boolean;
  /** Written by a program. */
  readonly forMachines: boolean;
}

type Label = 'updated' | 'published' | 'as-of' | null;

/** In characters: from here on a text is prose. */
const LINE = 110;
/** In characters above and below the headline, and after the start of the prose: where the byline stands. */
const ABOVE = 400;
const BELOW = 700;
const INTO_PROSE = 200;
/** In characters after the end of the prose: where the story may still be signed and dated. */
const SIGNED = 600;

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** Share of the shorter text's words that the other also has. */
function likeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const least = Math.min(a.size, b.size);
  return least === 0 ? 0 : [...a].filter((word) => b.has(word)).length / least;
}

const isLike = (one: string, other: string): boolean => likeness(one, other) >= 0.5;

/** Whose date it is, judged by the headline beside it. */
function whose({ near }: DayClue, { headlines }: Clues): 'own' | 'other' | 'unknown' {
  if (near === '' || names.COMMENT.test(near)) return 'unknown';
  return headlines.some((headline) => isLike(near, headline)) ? 'own' : 'other';
}

/** What a date's label says: before it, or in East Asian style right after it. */
function labelOf(before: string, after = ''): Label {
  if (names.SAYS_PUBLISHED.test(before)) return 'published';
  if (names.AS_OF.test(before)) return 'as-of';
  if (names.UPDATED.test(before) || /^[\s\d:時分]*(?:更新|수정)/.test(after)) return 'updated';
  return names.PUBLISHED.test(before) ? 'published' : null;
}

/** The day that a stamp's element prints without a year: "May 20" at 2024-05-19T17:30Z. */
function shownBeside(stamp: Day, shown: string, language: string): Day | null {
  if (!/\d/.test(shown)) return null;
  for (const by of [0, -1, 1]) {
    const day = shiftDay(stamp, by);
    const full = `${shown.replace(/[,\s]+$/, '')}, ${day.slice(0, 4)}`;
    if (readDays(full, language, false).some((reading) => reading.day === day)) return day;
  }
  return null;
}

const isLine = (text: string): boolean => text.length < LINE && !names.SENTENCE.test(text);

function ofJson(clue: DayClue, clues: Clues): number {
  const { name, near } = clue;
  if (names.UPDATED.test(name)) return 0;
  const base = /publi/i.test(name) ? 10 : /creat/i.test(name) ? 5 : 2;
  if (name.startsWith('?')) return base;
  const isArticle = names.ARTICLE.test(name);
  if (whose(clue, clues) === 'other') return isArticle ? base * 0.05 : 0;
  // The claimed headline belongs to the first article in the data, which may be one of a list.
  const [, ...seen] = clues.headlines;
  const sure = near === '' || seen.some((headline) => isLike(near, headline)) ? 1 : 0.8;
  return base * sure * (isArticle ? 1 : names.PAGE.test(name) ? 0.6 : 0.2);
}

function ofMeta({ name }: DayClue): number {
  if (names.UPDATED.test(name)) return 0;
  return names.META_PUBLISHED.test(name) ? 8 : names.META_DATE.test(name) ? 2.5 : 0;
}

interface Place {
  /** How likely this is where the story's day is printed: 1 beside the headline. */
  readonly factor: number;
  readonly lead: boolean;
  readonly own: string;
  readonly close: string;
  readonly of: ReturnType<typeof whose>;
  readonly comment: boolean;
}

function placeOf(clue: DayClue, clues: Clues): Place {
  const [own = '', parent = ''] = clue.name.split(' < ');
  const close = `${own} ${parent}`;
  const { at } = clue;
  const [start, end] = clues.prose;
  const of = whose(clue, clues);
  const comment = names.COMMENT.test(clue.name);
  const lead = at >= -ABOVE && at <= Math.max(start + INTO_PROSE, BELOW);
  const byline = names.BYLINE.test(close) || names.PUBLISHED.test(clue.text);
  let factor = 0.3;
  if (lead) factor = at < 0 ? 0.8 : 1;
  else if (of === 'own' && byline) factor = 0.6;
  else if (at >= end - 100) factor = at < end + SIGNED ? 0.6 : 0.4;
  if (of === 'own') factor *= 1.2;
  // In the byline, a link may lead anywhere; a headline always identifies its story.
  if (of === 'other') factor *= lead && at >= 0 && clue.nearLink ? 0.6 : 0.25;
  if (comment) factor *= 0.15;
  else if (names.ASIDE.test(clue.name)) factor *= lead && (at >= 0 ? of !== 'other' : of === 'own') ? 0.6 : 0.2;
  if (at < 0 && names.SITE_HEAD.test(clue.name)) factor *= 0.3;
  return { factor, lead, own, close, of, comment };
}

function ofMark(own: string, close: string): number {
  if (/datepublished/i.test(own)) return 8;
  if (/datecreated|pubdate|dc:date/i.test(own)) return 6;
  if (names.PUBLISHED.test(close)) return 5.5;
  return own.startsWith('time') ? 5 : 3;
}

function ofText(clue: DayClue, clues: Clues, place: Place, reading: ReadDay, label: Label): number {
  const { text, at } = clue;
  const { factor, lead, own, close, of, comment } = place;
  const short = isLine(text);
  if (label === 'as-of') return of === 'other' ? 0 : lead && short ? 2.5 : 1.5;
  const [start] = clues.prose;
  if (at >= 0 && !comment) {
    const opens = reading.start <= 1 && text.length > reading.end + 30;
    if (opens && at <= start + 20) return 3;
    if (opens && at <= start + 400) return of === 'other' ? 1.6 : 2.2;
    if (!short && at <= start + 20 && names.CITY.test(text.slice(0, reading.start))) return 1.8;
  }
  let base = short ? 3.5 : reading.start <= 40 && names.PUBLISHED.test(close) ? 2.5 : 0.8;
  if (label === 'published') {
    const least = of !== 'other' && short && !comment ? 1.5 : 0;
    return Math.max((base + (short ? 1.5 : 2)) * factor, least);
  }
  if (names.PUBLISHED.test(close)) base += 1.5;
  else if (names.BYLINE.test(close)) base += 0.7;
  if (reading.timed) base += 0.9;
  if (/^a\b/.test(own)) base *= 0.8;
  if (/©|copyright/i.test(text)) base *= 0.1;
  return base * factor;
}

/** The days for which a clue is evidence. An update is evidence for none. */
export function claimsOf(clue: DayClue, clues: Clues, language: string): readonly Claim[] {
  const { from, text, shown = '', before = '' } = clue;
  const claims: Claim[] = [];
  const take = (words: string, forMachines: boolean, weigh: (reading: ReadDay, label: Label) => number): void => {
    let last = 0;
    for (const reading of readDays(words, language, forMachines)) {
      const label = labelOf(words.slice(last, reading.start), words.slice(reading.end, reading.end + 14));
      last = reading.end;
      const weight = weigh(reading, label);
      if (weight <= 0) continue;
      claims.push({
        from,
        reading,
        weight,
        forMachines,
        line: weight >= 1 && (from !== 'text' || isLine(words) || weight >= 3),
      });
    }
  };
  if (from === 'json' || from === 'meta') {
    const weight = from === 'json' ? ofJson(clue, clues) : ofMeta(clue);
    if (weight > 0) take(text, true, () => weight);
    return claims;
  }
  const place = placeOf(clue, clues);
  if (names.ARCHIVE.test(clue.name)) return [];
  const updated = names.UPDATED.test(place.close) && !names.SURELY_PUBLISHED.test(place.close);
  if (from === 'text') {
    take(text, false, (reading, label) =>
      label === 'updated' || (updated && label === null) ? 0 : ofText(clue, clues, place, reading, label),
    );
    return claims;
  }
  const label = labelOf(before.replace(/^.*\d/s, '')) ?? labelOf(shown);
  if (label === 'updated' || (updated && label !== 'published')) return [];
  const weight = ofMark(place.own, place.close) * place.factor;
  take(text, true, () => weight);
  const stamp = claims[0];
  if (stamp?.reading.zone === 'utc') {
    const day = shownBeside(stamp.reading.day, shown, language);
    if (day) return [{ ...stamp, reading: { ...stamp.reading, day, zone: 'plain' }, forMachines: false }];
  }
  if (claims.length === 0) take(shown, false, (_, own) => (own === 'updated' ? 0 : weight));
  return claims;
}
