import { type Day, isNewsDay, newsDay, utcDay } from '../time';
import { monthNamed } from './months';

/**
 * Reads calendar days in a text as publishers write them, **as printed**: in the text's own offset, never converted to
 * another zone. `2020-11-20T23:30:00-05:00` was the 20th for its publisher.
 */
export interface ReadDay {
  readonly day: Day;
  /** The day if the month comes first; null if only one order is possible. Then `day` has the day first. */
  readonly monthFirst: Day | null;
  /**
   * - `utc`     a clock's stamp without the newsroom's offset
   * - `offset`  with it
   * - `plain`   neither
   */
  readonly zone: 'utc' | 'offset' | 'plain';
  /** In hours; null if there is none. */
  readonly offset: number | null;
  /** Which number comes first where 25/12/2020 has only one reading: the page may use that order elsewhere. */
  readonly order: 'day' | 'month' | null;
  /** With a time of day. */
  readonly timed: boolean;
  readonly start: number;
  readonly end: number;
}

const WORD = String.raw`(\p{L}[\p{L}\p{M}’']{1,14})`;
const OF = String.raw`(?:(?:of|de|del|di|da)\s|d[’'])?`;
const ORDINAL = String.raw`(?:st|nd|rd|th|er|[.ºª°]|\.º)?`;

const ISO =
  /(?<![\d])(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d|-\d{1,2}(?!\d))(?:[T\s,.]{0,3}(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?\s?(Z\b|GMT|UTC|[+-]\d{2}:?(?:\d{2})?)?)?/giu;
const CJK = /(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]?/gu;
const DAY_FIRST = new RegExp(
  String.raw`(?<!\d[.,/:-]?|\d[.]?\s?[-–—]\s)(\d{1,2})${ORDINAL}[\s.\-/,]{0,3}${OF}${WORD}[.,]?[\s.\-/,]{0,3}${OF}(\d{4}|[’']\d{2})(?!\d)`,
  'giu',
);
const MONTH_FIRST = new RegExp(
  String.raw`${WORD}\.?[\s-]{1,2}(\d{1,2})(?:st|nd|rd|th)?(?:\s?,\s?|\s|-|(?<=\D\d\d))(\d{4})(?!\d)`,
  'giu',
);
/** `Thu Nov 09 03:28:35 UTC 2023` */
const UNIX = new RegExp(
  String.raw`${WORD}\s(\d{1,2})\s\d{2}:\d{2}:\d{2}\s(?:([A-Z]{2,4}|[+-]\d{4})\s)?(\d{4})(?!\d)`,
  'giu',
);
const YEAR_FIRST = new RegExp(
  String.raw`(?<!\d)(\d{4})[.,-]?\s?(?:m\.|gada|г\.)?\s?${WORD}[.\-]?\s?(\d{1,2})(?!\d)`,
  'giu',
);
const NUMBERS = /(?<!\d[./:-]?)(\d{1,2})\s?([./|-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/]|[.:-]\d)/gu;
const COMPACT = /^\s*((?:19|20)\d{2})(\d{2})(\d{2})(?:T?\d{2,6})?(Z?)\s*$/u;
const EPOCH = /^\s*(\d{9,10}|\d{12,13})\s*$/u;
/** The time and zone after a printed day. */
const CLOCK =
  /^[\s,|·•–—@-]{0,4}(?:(?:at|um|à|a las|alle|om|o|kl\.?|às)\s)?\(?(\d{1,2})[:.h]\s?(\d{2})(?:[:.](\d{2}))?\s?(?:[ap]\.?m\.?)?\s?(Z\b|GMT(?:[+-]\d{1,4})?|UTC|[+-]\d{2}:?\d{2})?/iu;

/** Converts digits of other scripts and all kinds of white space. */
const plainly = (text: string): string =>
  text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966))
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(/[\u200e\u200f]/g, '')
    .replace(/\s+/g, ' ');

function zoneOf(said: string | undefined): Pick<ReadDay, 'zone' | 'offset'> {
  if (!said) return { zone: 'plain', offset: null };
  const match = /([+-])(\d{1,2}):?(\d{2})?$/.exec(said);
  const hours = match ? Number(`${match[1]}1`) * (Number(match[2]) + Number(match[3] ?? 0) / 60) : 0;
  return hours === 0 ? { zone: 'utc', offset: null } : { zone: 'offset', offset: hours };
}

const yearOf = (text: string): number => {
  const digits = text.replace(/\D/g, '');
  const year = Number(digits);
  if (digits.length > 2) return year >= 2450 && year <= 2600 ? year - 543 : year;
  return year < 50 ? 2000 + year : 1900 + year;
};

/** All days named in a text, in order. `forMachines`: it is an attribute, where a bare number is also a date. */
export function readDays(raw: string, language: string, forMachines: boolean): readonly ReadDay[] {
  const text = plainly(raw);
  const found: ReadDay[] = [];
  const add = (
    match: RegExpMatchArray,
    day: Day | null,
    more: Partial<Pick<ReadDay, 'monthFirst' | 'zone' | 'offset' | 'order' | 'timed'>> = {},
  ): boolean => {
    const start = match.index ?? 0;
    const end = start + match[0].length;
    if (day === null || found.some((other) => start < other.end && other.start < end)) return false;
    const clock = more.zone === undefined ? CLOCK.exec(text.slice(end)) : null;
    found.push({
      day,
      monthFirst: null,
      order: null,
      timed: clock !== null,
      ...zoneOf(clock?.[4]),
      ...more,
      start,
      end,
    });
    return true;
  };
  if (forMachines) {
    const epoch = EPOCH.exec(text);
    if (epoch?.[1]) {
      const ms = epoch[1].length > 10 ? Number(epoch[1]) : Number(epoch[1]) * 1_000;
      const day = utcDay(ms);
      add(epoch, isNewsDay(day) ? day : null, { zone: 'utc', offset: null, timed: true });
    }
    const compact = COMPACT.exec(text);
    if (compact) add(compact, newsDay(Number(compact[1]), Number(compact[2]), Number(compact[3])), zoneOf(compact[4]));
  }
  for (const match of text.matchAll(ISO))
    add(match, newsDay(yearOf(match[1]!), Number(match[3]), Number(match[4])), {
      ...zoneOf(match[8]),
      timed: match[5] !== undefined,
    });
  for (const match of text.matchAll(CJK)) add(match, newsDay(Number(match[1]), Number(match[2]), Number(match[3])));
  for (const match of text.matchAll(UNIX))
    add(match, newsDay(Number(match[4]), monthNamed(match[1]!, language), Number(match[2])), {
      ...zoneOf(match[3]),
      timed: true,
    });
  for (const match of text.matchAll(DAY_FIRST))
    add(match, newsDay(yearOf(match[3]!), monthNamed(match[2]!, language), Number(match[1])));
  for (const match of text.matchAll(MONTH_FIRST))
    add(match, newsDay(yearOf(match[3]!), monthNamed(match[1]!, language), Number(match[2])));
  for (const match of text.matchAll(YEAR_FIRST))
    add(match, newsDay(yearOf(match[1]!), monthNamed(match[2]!, language), Number(match[3])));
  for (const match of text.matchAll(NUMBERS)) {
    const [first, second, year] = [Number(match[1]), Number(match[3]), yearOf(match[4]!)];
    const dayFirst = newsDay(year, second, first);
    const monthFirst = match[2] === '.' ? null : newsDay(year, first, second);
    if (dayFirst && monthFirst && dayFirst !== monthFirst) add(match, dayFirst, { monthFirst });
    else if (dayFirst === monthFirst || match[2] !== '/') add(match, dayFirst ?? monthFirst);
    else add(match, dayFirst ?? monthFirst, { order: dayFirst ? 'day' : 'month' });
  }
  return found.sort((a, b) => a.start - b.start);
}
