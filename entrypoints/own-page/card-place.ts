/**
 * Which card the popup opens with, and for which tab: in its address (`popup.html?card=ENTITY&day=YYYY-MM-DD&tab=ID`),
 * or, for a private window, handed over in memory. Invalid parts are ignored.
 */
import * as v from 'valibot';
import type { EntityKey } from '../../lib/facts';
import { type Day, isDay } from '../../lib/time';

export interface CardPlace {
  readonly card: EntityKey | null;
  /** Of the story. */
  readonly day: Day | null;
  readonly tab: number | null;
}

/** The part of `browser.storage.session` used here. */
export interface MemoryArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

const KEY = 'card-place';
const BESIDE = 'beside-place';
/** ms for the reader to find the key or the button that opens the panel. */
const WAITS_MS = 120_000;
/** Tabs are numbered by 32 bits with a sign. */
const LAST_TAB = 2 ** 31 - 1;

const entity = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const day = v.pipe(v.string(), v.check(isDay));
const tab = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(LAST_TAB));
const number = v.pipe(
  v.string(),
  v.regex(/^\d+$/),
  v.transform((digits) => Number(digits)),
  tab,
);
const left = v.strictObject({ card: entity, day: v.nullable(day), tab });
const leftBeside = v.strictObject({ ...left.entries, at: v.number() });

export function readCardPlace(search: string): CardPlace {
  const parts = new URLSearchParams(search);
  const read = <T>(schema: v.GenericSchema<unknown, T>, name: string): T | null => {
    const found = v.safeParse(schema, parts.get(name));
    return found.success ? found.output : null;
  };
  return { card: read(entity, 'card'), day: read(day, 'day'), tab: read(number, 'tab') };
}

export const cardAddress = ({ card, day, tab }: CardPlace): string =>
  `/popup.html?${new URLSearchParams({
    ...(card !== null && { card }),
    ...(day !== null && { day }),
    ...(tab !== null && { tab: String(tab) }),
  })}`;

/** For the toolbar popup, which has no address of its own; in memory, since it is for a private window. */
export const leaveCardPlace = (area: MemoryArea, place: CardPlace): Promise<void> => area.set({ [KEY]: place });

/** For the panel, which may be open already, or is opened a moment later. `at`: ms. */
export const leaveBesidePlace = (area: MemoryArea, place: CardPlace, at: number): Promise<void> =>
  area.set({ [BESIDE]: { ...place, at } });

/** Once, only by the panel of that tab, and not if the reader opens it much later for another reason. */
export async function takeBesidePlace(area: MemoryArea, overTab: number, now: number): Promise<CardPlace | null> {
  const found = v.safeParse(leftBeside, (await area.get(BESIDE))[BESIDE]);
  if (!found.success || found.output.tab !== overTab) return null;
  await area.remove(BESIDE);
  const { at, ...place } = found.output;
  return Math.abs(now - at) <= WAITS_MS ? place : null;
}

/** Once, and only over the tab that it was left for. */
export async function takeCardPlace(area: MemoryArea, overTab: number): Promise<CardPlace | null> {
  const found = v.safeParse(left, (await area.get(KEY))[KEY]);
  await area.remove(KEY);
  return found.success && found.output.tab === overTab ? found.output : null;
}
