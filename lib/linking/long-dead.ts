import { type Day, isBefore, shiftYears } from '../time';
import type { Ref, Shelf } from './shelf';

/** Of most people the tables know no death: nobody lives so long. */
const LONGEST_LIFE = 110;

/** Was the person dead for a year on the day, so that no news tells what that one does? */
export function isLongDead(person: Ref, day: Day | null, shelf: Shelf): boolean {
  if (day === null) return false;
  const { begins, ends } = shelf.life(person);
  if (ends !== null) return isBefore(shiftYears(ends, 1), day);
  return begins !== null && isBefore(shiftYears(begins, LONGEST_LIFE), day);
}
