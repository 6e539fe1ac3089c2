import { packDate } from './packed-date';

/** `packDate` that remembers: a pack has a million dates and a few thousand different ones. */
export function createDatePacker(): (date: string) => number | null {
  const known = new Map<string, number | null>();
  return (date) => {
    const seen = known.get(date);
    if (seen !== undefined) return seen;
    const packed = packDate(date);
    known.set(date, packed);
    return packed;
  };
}
