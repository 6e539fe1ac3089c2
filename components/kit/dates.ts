/**
 * Dates as readers write them: in words, in their locale, never more exact than known. Computed in UTC, since a
 * calendar day has no time zone.
 */
import {
  type Day,
  type PartialDate,
  type Precision,
  parsePartialDate,
  precisionOf,
  writePartialDate,
} from '../../lib/time';
import type { Text } from './text';

interface Parts {
  readonly about: boolean;
  readonly year: number;
  readonly date: Date;
  readonly exact: Precision;
}

function partsOf(text: PartialDate): Parts | null {
  const parts = parsePartialDate(text);
  if (!parts) return null;
  const { about, year, month, day } = parts;
  const date = new Date(0);
  date.setUTCFullYear(year, (month ?? 1) - 1, day ?? 1);
  return { about, year, date, exact: precisionOf(text) };
}

const FIELDS: Readonly<Record<Precision, Intl.DateTimeFormatOptions>> = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  day: { year: 'numeric', month: 'long', day: 'numeric' },
};

/** Creating a formatter costs 100 times as much as using it, and a card prints a dozen dates. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, exact: Precision, { year }: Parts): Intl.DateTimeFormat {
  // Browsers count years before 1 backwards but only show that with the era.
  const era = year < 1;
  const key = `${locale} ${exact} ${era}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...FIELDS[exact], ...(era && { era: 'short' }), timeZone: 'UTC' });
  formats.set(key, made);
  return made;
}

/** "20 November 2020" */
export const formatDay = (text: Text, day: Day): string => formatPartialDate(text, day);

/** "2003", "June 2003", "3 January 2020", "about 2003"; anything but a date is printed unchanged. */
export function formatPartialDate(text: Text, date: PartialDate): string {
  const parts = partsOf(date);
  if (!parts) return date;
  const written = formatOf(text.locale, parts.exact, parts).format(parts.date);
  return parts.about ? text.t('date_about', written) : written;
}

/** "June 2026", for sources: the exact day does not matter. */
export function formatMonth(text: Text, date: PartialDate): string {
  const parts = parsePartialDate(date);
  return formatPartialDate(text, (parts && writePartialDate({ ...parts, about: false, day: null })) ?? date);
}

/**
 * "since 20 January 2017", "until 3 January 2020", "2014–2020", "3 January – 8 May 2018"; a point is just its date. If
 * both ends are known and years apart, only the years. Empty if neither is known.
 */
export function formatSpan(text: Text, start: PartialDate | null, end: PartialDate | null): string {
  if (start === null) return end === null ? '' : text.t('date_until', formatPartialDate(text, end));
  if (end === null) return text.t('date_since', formatPartialDate(text, start));
  if (start === end) return formatPartialDate(text, start);
  const [from, to] = [partsOf(start), partsOf(end)];
  if (!from || !to) return `${start} – ${end}`;
  const yearOf = (of: Parts) => formatOf(text.locale, 'year', of).format(of.date);
  const years = [yearOf(from), yearOf(to)] as const;
  const exact = from.exact === 'day' && to.exact === 'day' ? 'day' : 'month';
  let range: string;
  if (years[0] !== years[1]) range = text.t('date_years', ...years);
  else if (from.exact === 'year' || to.exact === 'year') range = years[0];
  else range = formatOf(text.locale, exact, from).formatRange(from.date, to.date);
  return from.about || to.about ? text.t('date_about', range) : range;
}

/** "14:05", for a wait. Deliberately local time: the reader's own clock. */
export const formatClock = (text: Text, epochMs: number): string =>
  new Intl.DateTimeFormat(text.locale, { timeStyle: 'short' }).format(epochMs);

const momentFormats = new Map<string, Intl.DateTimeFormat>();

/**
 * "22 November 2026 at 14:05" or, if the hour does not matter, "22 November 2026": local time, as on the reader's
 * clock.
 */
export function formatMoment(text: Text, epochMs: number, exact: 'minute' | 'day' = 'minute'): string {
  const key = `${text.locale} ${exact}`;
  let format = momentFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(text.locale, {
      dateStyle: 'long',
      ...(exact === 'minute' && { timeStyle: 'short' }),
    });
    momentFormats.set(key, format);
  }
  return format.format(epochMs);
}
