import { type Day, daysBetween } from '../facts';
import { type Claim, claimsOf } from './claims';
import { archivedOn, dayInAddress } from './day-in-address';
import type { Clues } from './types';

/**
 * The day on which the story of a page was published, in the newsroom's own offset; null where nothing says so.
 *
 * All clues are weighed. Those of one kind count once a day, by the strongest: a date that a page repeats in ten cards
 * is no surer for it. Stamps in UTC are counted last: what the newsroom prints, or has in the address, within a day of
 * one says which day that was for it (a story of 22:28 in New York is stamped with the next day).
 */

/** Of a full date in an address. */
const ADDRESS = 7;
/** With less behind it a day is not believed. */
const FLOOR = 1.4;

export interface Weighed {
  readonly day: Day | null;
  /** The days that something speaks for, best first. */
  readonly scores: readonly (readonly [Day, number])[];
}

export function publicationDay(clues: Clues, today: Day): Weighed {
  const language = clues.language.split(/[-_]/)[0] ?? '';
  // Above the page stands when the archive kept it.
  const kept = archivedOn(clues.address);
  const claims = clues.clues.flatMap((clue) =>
    claimsOf(clue, clues, language).filter(({ reading }) => reading.day !== kept || clue.at >= 0),
  );
  const inAddress = dayInAddress(clues.address, language) ?? dayInAddress(clues.canonical, language);
  if (inAddress) claims.push(addressed(inAddress));

  const behind = new Map<Day, Map<string, number>>();
  const count = (day: Day, kind: string, weight: number): void => {
    const kinds = behind.get(day) ?? new Map<string, number>();
    kinds.set(kind, Math.max(kinds.get(kind) ?? 0, weight));
    behind.set(day, kinds);
  };
  const sum = (day: Day): number => [...(behind.get(day)?.values() ?? [])].reduce((all, one) => all + one, 0);

  const [stamps, printed] = [claims.filter(isStamp), claims.filter((claim) => !isStamp(claim))];
  const lines = new Set<Day>();
  const open: Claim[] = [];
  for (const claim of printed) {
    const { reading, from, weight, line } = claim;
    const first = reading.monthFirst === null ? false : isMonthFirst(clues, claims, claim);
    if (first === null) {
      open.push(claim);
      continue;
    }
    const day = first ? (reading.monthFirst ?? reading.day) : reading.day;
    count(day, from, weight);
    if (line) lines.add(day);
  }
  // 03/04/2021: what else speaks for one of the two decides.
  for (const { reading, from, weight } of open) {
    const told = [reading.day, reading.monthFirst].filter(
      (day) => day !== null && nearest(day, behind.keys()) !== null,
    );
    if (told.length === 1 && told[0]) count(nearest(told[0], behind.keys()) ?? told[0], from, weight);
    else
      for (const stamp of stamps)
        if (stamp.reading.day === reading.day || stamp.reading.day === reading.monthFirst)
          count(stamp.reading.day, from, weight);
  }
  for (const { reading, from, weight } of stamps) {
    const close = [...lines].filter((day) => Math.abs(daysBetween(day, reading.day)) <= 1);
    const [best] = close.sort((a, b) => sum(b) - sum(a));
    count(best ?? reading.day, `utc ${from}`, weight);
  }

  const scores = [...behind.keys()]
    .filter((day) => daysBetween(today, day) <= 1)
    .map((day) => [day, sum(day)] as const)
    .sort((a, b) => b[1] - a[1]);
  const [best] = scores;
  return { day: best && best[1] >= FLOOR ? best[0] : null, scores };
}

const isStamp = ({ reading }: Claim): boolean => reading.zone === 'utc';

const nearest = (day: Day, days: Iterable<Day>): Day | null => [...days].find((other) => other === day) ?? null;

const addressed = (day: Day): Claim => ({
  from: 'address',
  reading: { day, monthFirst: null, zone: 'plain', offset: null, timed: false, start: 0, end: 0 },
  weight: ADDRESS,
  line: true,
  forMachines: false,
});

/** Languages that write 3/4/2021 for the third of April, some of them in programs, too. */
const DAY_FIRST = ['fr', 'es', 'it', 'pt', 'ca', 'gl', 'el', 'vi', 'id', 'th', 'ar', 'he', 'hi', 'bn', 'ro'];
const DAY_FIRST_ENGLISH = ['gb', 'uk', 'au', 'nz', 'ie', 'in', 'za', 'ng', 'ke', 'sg', 'pk'];
/** Hours west of Greenwich from which an English-speaking newsroom is an American one. */
const AMERICA = -4;

/** Does the month stand first where both ways are a day? Null: nobody can say. */
function isMonthFirst({ language, address }: Clues, claims: readonly Claim[], { forMachines }: Claim): boolean | null {
  const [tongue = '', region = ''] = language.split(/[-_]/);
  const country = /^https?:\/\/[^/]*?\.([a-z]{2})(?:[:/]|$)/i.exec(address)?.[1]?.toLowerCase() ?? '';
  if (tongue === 'en' || tongue === '') {
    if (DAY_FIRST_ENGLISH.includes(region) || DAY_FIRST_ENGLISH.includes(country)) return false;
    if (region === 'us' || claims.some(({ reading }) => reading.offset !== null && reading.offset <= AMERICA))
      return true;
    return null;
  }
  return DAY_FIRST.includes(tongue) || !forMachines ? false : null;
}
