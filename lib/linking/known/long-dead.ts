import type { Life } from '../../pack';
import { type Day, isBefore, shiftYears } from '../../time';
import type { Ref, Shelf } from './shelf';

/** In years: for people without a known date of death. */
const LONGEST_LIFE = 110;

/** Was the person dead for a year on that day, so that no news is about what they do? */
export function isLongDead(person: Ref, day: Day | null, shelf: Shelf): boolean {
  if (day === null) return false;
  const notes = shelf.notes(person);
  notes.deadFrom ??= deadFrom(shelf.life(person)) ?? '';
  return notes.deadFrom !== '' && isBefore(notes.deadFrom, day);
}

function deadFrom({ begins, ends }: Life): Day | null {
  if (ends !== null) return shiftYears(ends, 1);
  return begins === null ? null : shiftYears(begins, LONGEST_LIFE);
}
