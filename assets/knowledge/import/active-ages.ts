/** Whether what somebody is said to have done can have been done by who was born then. */
import type { Imported } from './imported';

/** Nobody takes an office sooner or later. */
const IN_OFFICE = [18, 95] as const;
/** Nor begins to play among the best. */
const AT_PLAY = [15, 44] as const;

/** False where an office or a career of the one lies outside the life of the other. */
export function activeAges(ones: readonly Imported[], others: readonly Imported[]): boolean {
  const born = ones.flatMap(({ facts }) =>
    facts.flatMap(({ property, start }) => (property === 'born' && start ? [yearOf(start)] : [])),
  )[0];
  if (born === undefined) return true;
  return others.every(({ facts }) =>
    facts.every(({ property, start, end }) => {
      const day = start ?? end;
      if (!day || (property !== 'office' && property !== 'role')) return true;
      const [least, most] = property === 'office' ? IN_OFFICE : AT_PLAY;
      const age = yearOf(day) - born;
      return age >= least && age <= most;
    }),
  );
}

const yearOf = (date: string): number => Number(date.replace('~', '').slice(0, 4));
