/** Days and dates for properties: most near borders of the calendar, where mistakes are. */
import fc from 'fast-check';
import {
  type Day,
  type PartialDate,
  type Precision,
  parsePartialDate,
  shiftDay,
  writePartialDate,
} from '../../../lib/time';

/** Around these a year, a month, a century or the count of years turns over. */
const TURNS: readonly Day[] = [
  '0000-12-31', '0000-02-29', '0001-01-01', '-0001-12-31', '-0004-02-29', '-0043-03-15', '-0100-02-28',
  '1582-10-15', '1900-02-28', '2000-02-29', '2020-12-31', '2021-02-28', '2024-02-29', '2024-04-30',
]; // biome-ignore format: one list

const nearTurn = fc
  .tuple(fc.constantFrom(...TURNS), fc.integer({ min: -40, max: 40 }))
  .map(([turn, by]) => shiftDay(turn, by));
const anywhere = fc.integer({ min: -800_000, max: 800_000 }).map((by) => shiftDay('1970-01-01', by));

export const anyDay: fc.Arbitrary<Day> = fc.oneof({ weight: 2, arbitrary: nearTurn }, anywhere);
export const anyPrecision = fc.constantFrom<Precision>('year', 'month', 'day');

/** The date of that precision that holds the day. */
export function roughly(day: Day, precision: Precision, about = false): PartialDate {
  const parts = parsePartialDate(day)!;
  return writePartialDate({
    about,
    year: parts.year,
    month: precision === 'year' ? null : parts.month,
    day: precision === 'day' ? parts.day : null,
  })!;
}

export const anyDate: fc.Arbitrary<PartialDate> = fc
  .tuple(anyDay, anyPrecision, fc.boolean())
  .map(([day, precision, about]) => roughly(day, precision, about));
