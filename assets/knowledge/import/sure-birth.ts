/** When somebody was born, where files do not agree: about then, then as most have it, or nothing. */
import type { PartialDate } from '../../../lib/time';
import type { Imported } from './imported';

/** So many years lie between two ways of reckoning, or two stories of one star. */
const NEAR = 3;
const WHOLE = '1950-02-03'.length;

const yearOf = (date: PartialDate): number => Number(date.replace('~', '').slice(0, 4));

/** `trusted`: what the most trusted of the rows says. Null: nothing that can be told. */
export function sureBirth(trusted: PartialDate, rows: readonly Imported[]): PartialDate | null {
  const told = new Map<string, number>();
  for (const { source, facts } of rows) {
    const start = facts.find((fact) => fact.property === 'born')?.start;
    if (start && !told.has(source)) told.set(source, yearOf(start));
  }
  const year = yearOf(trusted);
  const years = [...told.values()];
  const agreeing = (one: number): number => years.filter((other) => other === one).length;
  const others = years.filter((other) => other !== year);
  const [most = year] = others.toSorted((one, other) => agreeing(other) - agreeing(one));
  if (agreeing(year) > others.length) return trusted;
  if (agreeing(most) > agreeing(year)) return String(most).padStart(4, '0');
  // A list that has the very day looked it up.
  if (trusted.length === WHOLE) return trusted;
  return others.every((other) => Math.abs(other - year) <= NEAR) ? about(year) : null;
}

const about = (year: number): PartialDate => `~${String(year).padStart(4, '0')}`;
