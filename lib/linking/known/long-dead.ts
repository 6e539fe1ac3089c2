import type { Life } from '../../pack';
import { type Day, isBefore, shiftYears } from '../../time';
import type { Ref, Shelf } from './shelf';

/** Of most people the tables know no death: nobody lives so long. */
const LONGEST_LIFE = 110;

/** Was the person dead for a year on the day, so that no news tells what that one does? */
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
