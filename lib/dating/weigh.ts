import { type Day, daysBetween } from '../time';
import { type Claim, claimsOf } from './claims';
import { archivedOn, dayInAddress } from './day-in-address';
import type { Clue, Clues } from './types';

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

export function publicationDay(page: Clues, today: Day): Day | null {
  const clues = fromHeadline(page);
  const language = clues.language.split(/[-_]/)[0] ?? '';
  // Printed above a story stands when the archive kept it, and which day it is today.
  const others = [archivedOn(clues.address), today];
  const isOther = ({ from, at }: Clue, day: Day) =>
    (from === 'text' || from === 'mark') && at < 0 && others.includes(day);
  const claims = clues.clues.flatMap((clue) =>
    claimsOf(clue, clues, language).filter(({ reading }) => !isOther(clue, reading.day)),
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
  const isClose = (day: Day, stamp: Claim): boolean => Math.abs(daysBetween(day, stamp.reading.day)) <= 1;
  const speaks = (day: Day): boolean => behind.has(day) || stamps.some((stamp) => isClose(day, stamp));
  for (const { reading, from, weight, line } of open) {
    const [day, another] = [reading.day, reading.monthFirst].filter((one) => one !== null && speaks(one));
    if (!day || another) continue;
    count(day, from, weight);
    if (line) lines.add(day);
  }
  for (const stamp of stamps) {
    const close = [...lines].filter((day) => isClose(day, stamp)).sort((a, b) => sum(b) - sum(a));
    count(close[0] ?? stamp.reading.day, `utc ${stamp.from}`, stamp.weight);
  }

  let best: Day | null = null;
  for (const day of behind.keys()) {
    // It may be tomorrow already where the newsroom is.
    if (daysBetween(today, day) > 1 || sum(day) < FLOOR) continue;
    if (best === null || sum(day) > sum(best)) best = day;
  }
  return best;
}

/** Places are reckoned from the headline: negative is above it. */
const fromHeadline = (page: Clues): Clues => ({
  ...page,
  top: 0,
  prose: [page.prose[0] - page.top, page.prose[1] - page.top],
  clues: page.clues.map((clue) => ({ ...clue, at: clue.at - page.top })),
});

const isStamp = ({ reading }: Claim): boolean => reading.zone === 'utc';

const addressed = (day: Day): Claim => ({
  from: 'address',
  reading: { day, monthFirst: null, zone: 'plain', offset: null, order: null, timed: false, start: 0, end: 0 },
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
    const orders = new Set(claims.map(({ reading }) => reading.order).filter((order) => order !== null));
    return orders.size === 1 ? orders.has('month') : null;
  }
  return DAY_FIRST.includes(tongue) || !forMachines ? false : null;
}
