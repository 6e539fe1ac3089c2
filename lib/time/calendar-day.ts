import type { Day } from './types';

/** A year has four digits. */
const FURTHEST_YEAR = 9999;

/** In the proleptic Gregorian calendar: one calendar for all days, as in ISO 8601 and Wikidata. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Accepts any number from outside: anything but a valid integer gives false. */
export function isOfCalendar(year: number, month: number | null, day: number | null): boolean {
  if (!Number.isInteger(year) || Math.abs(year) > FURTHEST_YEAR) return false;
  if (month === null) return day === null;
  if (!Number.isInteger(month) || month < 1 || month > 12) return false;
  return day === null || (Number.isInteger(day) && day >= 1 && day <= daysInMonth(year, month));
}

export const writeYear = (year: number): string => (year < 0 ? '-' : '') + digits(Math.abs(year), 4);

/** A real day of the calendar, or null (no 31 June, no 29 February 2023). */
export function calendarDay(year: number, month: number, day: number): Day | null {
  if (!isOfCalendar(year, month, day)) return null;
  return `${writeYear(year)}-${digits(month, 2)}-${digits(day, 2)}`;
}

export const digits = (value: number, length: number): string => String(value).padStart(length, '0');
