/**
 * Dates as a reader writes them: in words, in the reader's locale, never more exact than they are known.
 * Everything is reckoned in UTC, since a calendar day has no time zone.
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

/** Making a formatter costs 100 times what using it costs, and a card prints a dozen dates. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, exact: Precision, { year }: Parts): Intl.DateTimeFormat {
  // The browser counts years before 1 backwards, and says so only when it is asked for the era.
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

/** "2003", "June 2003", "3 January 2020", "about 2003"; what is no date is printed as it stands. */
export function formatPartialDate(text: Text, date: PartialDate): string {
  const parts = partsOf(date);
  if (!parts) return date;
  const written = formatOf(text.locale, parts.exact, parts).format(parts.date);
  return parts.about ? text.t('date_about', written) : written;
}

/** "June 2026", for sources: the day on which they were read matters to nobody. */
export function formatMonth(text: Text, date: PartialDate): string {
  const parts = parsePartialDate(date);
  return formatPartialDate(text, (parts && writePartialDate({ ...parts, about: false, day: null })) ?? date);
}

/**
 * "since 20 January 2017", "until 3 January 2020", "2014–2020", "3 January – 8 May 2018"; a point is just its date.
 * Where both ends are known and years apart, the years say enough. Empty where neither is known.
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

/** "14:05", for a wait. `epochMs` is local time on purpose: it is the reader's own clock. */
export const formatClock = (text: Text, epochMs: number): string =>
  new Intl.DateTimeFormat(text.locale, { timeStyle: 'short' }).format(epochMs);

const momentFormats = new Map<string, Intl.DateTimeFormat>();

/** "22 November 2026 at 14:05" or, where the hour does not matter, "22 November 2026": local time, as the reader's clock shows it. */
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
