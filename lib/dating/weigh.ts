import { type Day, daysBetween } from '../time';
import { type Claim, claimsOf } from './claims';
import { archivedOn, dayInAddress } from './day-in-address';
import type { Clues, DayClue } from './types';

/**
 * The day on which the story of a page was published, in the newsroom's own offset; null if nothing says so.
 *
 * All clues are weighed. For each kind only the strongest counts per day: a date that a page repeats on ten cards is no
 * surer for it. UTC stamps count last: what the newsroom prints or has in its address within a day of one shows which
 * day that was locally (a story of 22:28 in New York is stamped with the next day).
 */

/** For a full date in an address. */
const ADDRESS = 7;
/** A day with less support is not accepted. */
const FLOOR = 1.4;

export function publicationDay(page: Clues, today: Day): Day | null {
  const clues = fromHeadline(page);
  const language = clues.language.split(/[-_]/)[0] ?? '';
  // An archived page also prints the day it was saved and the day it is shown.
  const others = [archivedOn(clues.address), today];
  const isOther = ({ from, at }: DayClue, day: Day) =>
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
  // 03/04/2021: decided by other evidence for one of the two.
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
    // It may already be tomorrow in the newsroom.
    if (daysBetween(today, day) > 1 || sum(day) < FLOOR) continue;
    if (best === null || sum(day) > sum(best)) best = day;
  }
  return best;
}

/** Positions relative to the headline: negative is above it. */
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

/** Languages in which 3/4/2021 means the third of April, in some even in programs. */
const DAY_FIRST = ['fr', 'es', 'it', 'pt', 'ca', 'gl', 'el', 'vi', 'id', 'th', 'ar', 'he', 'hi', 'bn', 'ro'];
const DAY_FIRST_ENGLISH = ['gb', 'uk', 'au', 'nz', 'ie', 'in', 'za', 'ng', 'ke', 'sg', 'pk'];
/** In hours: English-language newsrooms at or west of this offset are American. */
const AMERICA = -4;

/** Does the month come first where both orders are possible? Null if unknown. */
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
