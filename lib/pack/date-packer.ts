import { packDate } from './packed-date';

/** Caches the result: a pack has a million dates but only a few thousand different ones. */
export function rememberDates<T>(make: (date: string) => T): (date: string) => T {
  const known = new Map<string, T>();
  return (date) => {
    const seen = known.get(date);
    if (seen !== undefined) return seen;
    const made = make(date);
    known.set(date, made);
    return made;
  };
}

export const createDatePacker = (): ((date: string) => number | null) => rememberDates(packDate);
